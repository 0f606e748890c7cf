/** What Medusa recorded of a payment: its order, captures, refunds, and goods that came back. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { yuanToFen } from "../../contract/fen";
import { refundCauses, type Movement, type RefundMovement } from "../../modules/income";
import { GOODS_BACK } from "./goods-back";

const fen = z.string().transform((text, context) => {
  try {
    return yuanToFen(text);
  } catch {
    context.addIssue("not whole fen");
    return z.NEVER;
  }
});

const movement = z.object({ id: z.string(), amount: fen, at: z.string() });

const factsRow = z.object({
  order_id: z.string().nullable(),
  captures: z.array(movement),
  refunds: z.array(
    movement.extend({ code: z.string().nullable(), for_line: z.string().nullable() }),
  ),
  returned: z.array(z.object({ order_line_id: z.string(), quantity: z.coerce.number() })),
});

/** Captures and refunds of one payment; `order_id` is null while no order stands firmly behind it. */
export interface PaymentFacts {
  order_id: string | null;
  captures: Movement[];
  /** Who bears them is asked when they are posted: the rules in force decide, not Medusa. */
  refunds: Omit<RefundMovement, "bearers" | "in_transit">[];
}

// Medusa takes the money before the order's own books know it, and takes the order back when it fails to write it
// down: what is credited for such an order would be credited for an order that never was. What a crash has left out
// is written by `book-order-money`.
const UNBOOKED = `exists (
  select 1 from capture k where k.payment_id = p.id and k.deleted_at is null and c.order_id is not null
    and not exists (select 1 from order_transaction b where b.order_id = c.order_id and b.reference = 'capture'
      and b.reference_id = k.id and b.deleted_at is null))`;

const SQL = `
-- A paid cart that became no order has money without goods, which shows once it is given back.
select case when ${UNBOOKED} then null else coalesce(c.order_id, (select k.cart_id from cart_payment_collection k
    where k.payment_collection_id = p.payment_collection_id and k.deleted_at is null
      and exists (select 1 from refund r where r.payment_id = p.id and r.deleted_at is null) limit 1)) end as order_id,
  coalesce((select json_agg(json_build_object('id', c.id, 'amount', round(c.amount, 2)::text, 'at', c.created_at) order by c.created_at, c.id)
     from capture c where c.payment_id = p.id and c.deleted_at is null), '[]') as captures,
  coalesce((select json_agg(json_build_object('id', r.id, 'amount', round(r.amount, 2)::text, 'at', r.created_at,
      'code', case when cb.id is not null then 'chargeback' when cp.id is null then rr.code else 'quality' end, 'for_line', cp.order_line_id) order by r.created_at, r.id)
     from refund r left join refund_reason rr on rr.id = r.refund_reason_id
     left join chargeback cb on cb.id = r.id
     left join complaint cp on r.created_by = 'complaint' and cp.id = r.note
    where r.payment_id = p.id and r.deleted_at is null), '[]') as refunds,
  coalesce((select json_agg(json_build_object('order_line_id', b.order_line_id, 'quantity', b.quantity))
     from (${GOODS_BACK}) b where b.quantity > 0), '[]') as returned
from payment p
left join order_payment_collection c on c.payment_collection_id = p.payment_collection_id and c.deleted_at is null
left join "order" o on o.id = c.order_id
where p.id = ?`;

/**
 * Reads a payment.
 *
 * @param scope container
 * @param payment_id Medusa's payment
 * @returns null when there is no such payment
 */
export async function paymentFacts(
  scope: MedusaContainer,
  payment_id: string,
): Promise<PaymentFacts | null> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(SQL, [payment_id]);
  const [row] = z.array(factsRow).parse(rows);
  if (!row) return null;
  const { order_id } = row;
  if (order_id === null) return { order_id, captures: [], refunds: [] };
  const head = ({ id, amount, at }: z.infer<typeof movement>): Movement => ({
    id,
    payment_id,
    order_id,
    amount_fen: amount,
    at: new Date(at).toISOString(),
  });
  return {
    order_id,
    captures: row.captures.map(head),
    refunds: row.refunds.map((r) => ({
      ...head(r),
      cause: causeOf(r.code),
      for_line: r.for_line,
      returned: row.returned,
    })),
  };
}

/** A chargeback and a complaint decide the cause, then the refund reason's code; without one the buyer changed the mind. */
function causeOf(code: string | null): RefundMovement["cause"] {
  return refundCauses.find((cause) => cause === code) ?? "buyer";
}

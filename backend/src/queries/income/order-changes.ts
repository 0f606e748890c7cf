/** Changes of orders after they were placed that the ledger has not followed yet. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { refundCauses, type Asked, type OrderChange, type RefundCause } from "../../modules/income";
import { bearersOf } from "./bearers";
import { GOODS_BACK } from "./goods-back";
import { orderSale, underTerms } from "./order-sale";

/** A claim that was cancelled; a parcel of its goods has other actions. */
const IS_CANCELLED_CLAIM = `ch.change_type is null and ch.claim_id is not null
  and exists (select 1 from order_change_action a where a.order_change_id = ch.id and a.deleted_at is null
    and a.action in ('REINSTATE_ITEM', 'ITEM_REMOVE'))`;

/**
 * NOTE: parcels are order changes for Medusa too, of no type, and so is a cancelled exchange, claim or return; a
 * refund's is a credit line. Parcels, credit lines and cancelled returns change no goods.
 */
const FOLLOWED = `ch.status = 'confirmed' and ch.deleted_at is null
  and (ch.change_type in ('edit', 'exchange', 'claim', 'return_request', 'return_receive')
    or ch.change_type is null and ch.exchange_id is not null or ${IS_CANCELLED_CLAIM})
  and not exists (select 1 from sale_amendment a where a.id = ch.id)`;

/**
 * Orders whose frozen sale does not know all of their changes.
 *
 * @param limit at most so many, 1 to 1,000
 */
export async function changedOrders(scope: MedusaContainer, limit: number): Promise<string[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { order_id: string }[] }>(
    `select ch.order_id from order_change ch join sale s on s.order_id = ch.order_id
      where ${FOLLOWED} group by ch.order_id order by min(ch.created_at) limit ?`,
    [limit],
  );
  return rows.map((row) => row.order_id);
}

const quantity = z.coerce.number().int();
const units = z.array(z.object({ order_line_id: z.string(), quantity }));
const changeRow = z.object({
  id: z.string(),
  version: z.number().int(),
  change_type: z.string().nullable(),
  at: z.coerce.date(),
  reason: z.string().nullable(),
  claim_reason: z.string().nullable(),
  undoes: z.string().nullable(),
  is_replacement: z.boolean(),
  claimed: units,
  sent: z.array(
    z.object({
      order_line_id: z.string(),
      product_id: z.string().nullable(),
      product_title: z.string(),
      quantity,
      weight_micro: z.coerce.number().transform(Math.round),
    }),
  ),
  returned: units,
});
type ChangeRow = z.infer<typeof changeRow>;

const SQL = `
select ch.id, ch.version, ch.change_type, coalesce(ch.confirmed_at, ch.updated_at) as at,
  (select rr.value from return_item ri join return r on r.id = ri.return_id and r.deleted_at is null
     join return_reason rr on rr.id = ri.reason_id
    where ri.deleted_at is null and (r.id = ch.return_id or r.claim_id = ch.claim_id or r.exchange_id = ch.exchange_id)
    order by ri.created_at limit 1) as reason,
  (select ci.reason::text from order_claim_item ci
    where ci.claim_id = ch.claim_id and not ci.is_additional_item and ci.deleted_at is null and ci.reason is not null
    order by ci.created_at limit 1) as claim_reason,
  (select x.id from order_change x where ${IS_CANCELLED_CLAIM} and x.claim_id = ch.claim_id
      and x.change_type = 'claim' and x.status = 'confirmed' and x.deleted_at is null order by x.version limit 1) as undoes,
  coalesce(ch.change_type = 'claim' and c.canceled_at is null and c.deleted_at is null, false) as is_replacement,
  coalesce((select json_agg(json_build_object('order_line_id', ci.item_id, 'quantity', ci.quantity))
     from (select item_id, sum(quantity) as quantity from order_claim_item
            where claim_id = c.id and not is_additional_item and deleted_at is null group by item_id) ci), '[]') as claimed,
  coalesce((select json_agg(json_build_object('order_line_id', li.id, 'product_id', li.product_id,
      'product_title', coalesce(li.product_title, li.title), 'quantity', oi.quantity,
      'weight_micro', coalesce(oi.unit_price, li.unit_price, 0) * oi.quantity * 1000000) order by li.id)
     from order_claim_item ci join order_line_item li on li.id = ci.item_id
     join order_item oi on oi.item_id = li.id and oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null
    where ci.claim_id = c.id and ci.is_additional_item and ci.deleted_at is null), '[]') as sent,
  coalesce((select json_agg(json_build_object('order_line_id', b.order_line_id, 'quantity', b.quantity))
     from (${GOODS_BACK}) b where b.quantity > 0), '[]') as returned
  from order_change ch join "order" o on o.id = ch.order_id
  left join order_claim c on c.id = ch.claim_id
 where ch.order_id = ? and ${FOLLOWED}
 order by ch.version, ch.created_at`;

/** What an order change is in the ledger's words. */
function kindOf({ change_type, undoes }: ChangeRow): OrderChange["change"] {
  if (undoes !== null) return "claim_cancelled";
  if (change_type === "exchange" || change_type === null) return "exchange";
  if (change_type === "claim") return "claim";
  return change_type === "edit" ? "edit" : "return";
}

/** Medusa's reasons of a claim: what never arrived was lost on the way, the rest is the goods' fault. */
const claimCauses: Readonly<Record<string, RefundCause>> = {
  missing_item: "freight",
  wrong_item: "quality",
  production_failure: "quality",
  other: "quality",
};

/** The reason of the return decides, then the reason of the claim; without any it is the buyer's wish. */
function causeOf({ reason, claim_reason, change_type }: ChangeRow): RefundCause {
  const said = refundCauses.find((cause) => cause === reason);
  if (said) return said;
  return change_type === "claim" ? (claimCauses[claim_reason ?? ""] ?? "quality") : "buyer";
}

/**
 * The next change of an order to follow, with the order as it stands now.
 *
 * @param order_id a frozen order
 * @returns null when every change was followed
 */
export async function nextChange(
  scope: MedusaContainer,
  order_id: string,
): Promise<Asked<OrderChange> | null> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(`${SQL} limit 1`, [order_id]);
  const [row] = z.array(changeRow).parse(rows);
  const target = row && (await orderSale(scope, order_id, row.at));
  if (!target) return null;
  const { id, version, at, returned, claimed, sent } = row;
  const cause = causeOf(row);
  const goods = sent.map((line) => ({ ...line, tax_micro: 0 }));
  const replacement =
    row.is_replacement && sent.length > 0
      ? { claimed, sent: await underTerms(scope, goods, at) }
      : null;
  const bearers = await bearersOf(scope, order_id, cause, at);
  const head = { id, order_id, version, change: kindOf(row), at: at.toISOString() };
  return { ...head, cause, target, returned, replacement, undoes: row.undoes, bearers };
}

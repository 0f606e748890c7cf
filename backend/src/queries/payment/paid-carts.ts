/** Carts that are paid but became no order, and those whose money was given back for it. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { yuanToFen } from "../../contract/fen";
import type { Query, Reply } from "../../contract/routes";

/** A payment is left to its completion for so long, in seconds. */
const YOUNG_S = 60;

const PAID = `
  select cpc.cart_id, p.id as payment_id, p.provider_id, p.captured_at,
         (select round(sum(c.amount), 2)::text from capture c where c.payment_id = p.id and c.deleted_at is null) as paid,
         r.amount as refunded, r.created_at as refunded_at, r.note as refunded_because
    from payment p
    join cart_payment_collection cpc on cpc.payment_collection_id = p.payment_collection_id and cpc.deleted_at is null
    left join lateral (select round(sum(amount), 2)::text as amount, max(created_at) as created_at, max(note) as note
      from refund where payment_id = p.id and deleted_at is null) r on true
   where p.deleted_at is null and p.captured_at < now() - make_interval(secs => ${YOUNG_S.toString()})
     and not exists (select 1 from order_cart oc join "order" o on o.id = oc.order_id and o.deleted_at is null
                      where oc.cart_id = cpc.cart_id and oc.deleted_at is null)
     and not exists (select 1 from order_payment_collection oc join "order" o on o.id = oc.order_id and o.deleted_at is null
                      where oc.payment_collection_id = p.payment_collection_id and oc.deleted_at is null)`;

const cartRow = z.object({
  cart_id: z.string(),
  payment_id: z.string(),
  provider_id: z.string(),
  email: z.string(),
  paid_at: z.coerce.date(),
  paid: z.string(),
  refunded: z.string().nullable(),
  refunded_at: z.coerce.date().nullable(),
  refunded_because: z.string().nullable(),
  lines: z.array(z.object({ title: z.string(), quantity: z.coerce.number().int() })),
});

/** A page of them: what is still to be given back first, then the newest. */
export async function listPaidCarts(
  scope: MedusaContainer,
  { limit, offset }: Query<"GET /admin/paid-carts">,
): Promise<Reply<"GET /admin/paid-carts">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `with paid as (${PAID})
     select (select count(*)::int from paid) as count,
       coalesce((select json_agg(x) from (
         select k.cart_id, k.payment_id, k.provider_id, coalesce(c.email, '') as email, k.captured_at as paid_at, k.paid,
                k.refunded, k.refunded_at, k.refunded_because,
                coalesce((select json_agg(json_build_object('title', coalesce(li.product_title, li.title),
                  'quantity', li.quantity) order by li.id) from cart_line_item li
                  where li.cart_id = k.cart_id and li.deleted_at is null), '[]') as lines
           from paid k join cart c on c.id = k.cart_id
          order by k.refunded is not null, k.captured_at desc limit ? offset ?) x), '[]') as carts`,
    [limit, offset],
  );
  const [found] = z.array(z.object({ count: z.number(), carts: z.array(cartRow) })).parse(rows);
  const carts = (found?.carts ?? []).map(({ paid, refunded, paid_at, refunded_at, ...cart }) => ({
    ...cart,
    paid_at: paid_at.toISOString(),
    refunded_at: refunded_at?.toISOString() ?? null,
    paid_fen: yuanToFen(paid),
    refunded_fen: yuanToFen(refunded ?? "0"),
  }));
  return { carts, count: found?.count ?? 0 };
}

/** The payment of a paid cart without an order; null when there is none. */
export async function paidCart(
  scope: MedusaContainer,
  cart_id: string,
): Promise<{ payment_id: string; paid_fen: number; refunded_fen: number } | null> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select payment_id, paid, refunded from (${PAID}) k where cart_id = ?`,
    [cart_id],
  );
  const row = cartRow.pick({ payment_id: true, paid: true, refunded: true });
  const [found] = z.array(row).parse(rows);
  if (!found) return null;
  const { payment_id, paid, refunded } = found;
  return { payment_id, paid_fen: yuanToFen(paid), refunded_fen: yuanToFen(refunded ?? "0") };
}

/** Whether money of a cart that became no order was given back. */
export async function isGivenBack(scope: MedusaContainer, cart_id: string): Promise<boolean> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select 1 from cart_payment_collection k join payment p on p.payment_collection_id = k.payment_collection_id
       join refund r on r.payment_id = p.id and r.deleted_at is null
      where k.cart_id = ? and k.deleted_at is null
        and not exists (select 1 from order_cart l join "order" o on o.id = l.order_id and o.deleted_at is null
                         where l.cart_id = k.cart_id and l.deleted_at is null) limit 1`,
    [cart_id],
  );
  return rows.length > 0;
}

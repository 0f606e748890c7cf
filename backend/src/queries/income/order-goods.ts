/** The goods of an order as Medusa keeps them now: full quantities, whatever has come back of them since. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { SaleLine } from "../../modules/income";
import { LINE_PAID } from "../order/order-sql";

const micro = z.coerce.number().transform((value) => Math.max(0, Math.round(value)));

const goodsSchema = z.object({
  order_line_id: z.string(),
  product_id: z.string().nullable(),
  product_title: z.string(),
  quantity: z.coerce.number().int().min(1),
  /** What is paid for it after discounts, tax apart. */
  weight_micro: micro,
  tax_micro: micro,
});
/** One line of an order, its terms apart. */
export type Goods = z.infer<typeof goodsSchema> & Omit<SaleLine, "terms" | "return_days">;

const orderRow = z.object({
  created_at: z.coerce.date(),
  shipping_micro: micro,
  goods: z.array(goodsSchema),
});

// NOTE: Medusa's own line totals leave out units that came back, and its order total credit lines too:
// both would change a sale by what happened after it. Goods that a claim sends again are not paid for.
const TAXED = `
  select li.id, li.product_id, coalesce(li.product_title, li.title) as title, li.created_at, oi.quantity,
         li.is_tax_inclusive as inclusive, ${LINE_PAID} as paid,
         coalesce((select sum(t.rate) from order_line_item_tax_line t
                    where t.item_id = li.id and t.deleted_at is null), 0) / 100 as rate
    from order_item oi join order_line_item li on li.id = oi.item_id and li.deleted_at is null
   where oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null and oi.quantity > 0
     and not exists (select 1 from order_claim_item ci
                      where ci.item_id = li.id and ci.is_additional_item and ci.deleted_at is null)`;

const SQL = `
select o.created_at,
  (select coalesce(sum(sm.amount - coalesce((select sum(a.amount) from order_shipping_method_adjustment a
      where a.shipping_method_id = sm.id and a.version = os.version and a.deleted_at is null), 0)), 0) * 1000000
     from order_shipping os join order_shipping_method sm on sm.id = os.shipping_method_id and sm.deleted_at is null
    where os.order_id = o.id and os.version = o.version and os.claim_id is null and os.deleted_at is null) as shipping_micro,
  (select coalesce(json_agg(json_build_object('order_line_id', l.id, 'product_id', l.product_id, 'product_title', l.title,
      'quantity', l.quantity,
      'weight_micro', (case when l.inclusive then l.paid / (1 + l.rate) else l.paid end) * 1000000,
      'tax_micro', (case when l.inclusive then l.paid - l.paid / (1 + l.rate) else l.paid * l.rate end) * 1000000)
      order by l.created_at, l.id), '[]') from (${TAXED}) l) as goods
  from "order" o where o.id = ?`;

/**
 * Reads the goods that the buyer pays.
 *
 * @param order_id the order
 * @returns null when there is no such order
 */
export async function orderGoods(
  scope: MedusaContainer,
  order_id: string,
): Promise<z.infer<typeof orderRow> | null> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(SQL, [order_id]);
  const [row] = z.array(orderRow).parse(rows);
  return row ?? null;
}

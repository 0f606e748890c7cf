/** Order lines that are adopted trees or pre-ordered goods. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { dayInShanghai } from "../../modules/rules";
import { orderFacts, type LineFacts, type OrderFacts } from "../order/order-facts";
import { isPaid } from "../order/order-states";
import { paidParts } from "../order/order-sums";

const lineRow = z.object({
  order_id: z.string(),
  order_line_id: z.string(),
  product_id: z.string(),
  quantity: z.coerce.number().int(),
});
/** One line. */
export type AdoptedLine = z.infer<typeof lineRow>;

const LINES = `
  select o.id order_id, li.id order_line_id, li.product_id, oi.quantity
  from adoption_offer a
  join order_line_item li on li.product_id = a.product_id and li.deleted_at is null
  join order_item oi on oi.item_id = li.id and oi.deleted_at is null and oi.quantity > 0
  join "order" o on o.id = oi.order_id and o.version = oi.version and o.status <> 'canceled'
    and not o.is_draft_order and o.deleted_at is null`;

/** The lines of an order. */
export async function adoptedLines(
  scope: MedusaContainer,
  order_id: string,
): Promise<AdoptedLine[]> {
  return read(scope, `${LINES} where o.id = ? order by li.created_at, li.id`, [order_id]);
}

/** Lines of an order whose harvest has not begun. */
export async function unripeLines(
  scope: MedusaContainer,
  order_id: string,
  now: Date,
): Promise<{ order_line_id: string; harvest_from: string }[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { order_line_id: string; harvest_from: string }[] }>(
    `select l.order_line_id, to_char(a.harvest_from, 'YYYY-MM-DD') harvest_from
     from (${LINES} where o.id = ?) l join adoption_offer a on a.product_id = l.product_id
     where a.harvest_from > ?::date`,
    [order_id, dayInShanghai(now)],
  );
  return rows;
}

/** Lines of trees that have fewer numbers than trees, the oldest first. */
export async function linesWithoutTrees(
  scope: MedusaContainer,
  limit: number,
): Promise<AdoptedLine[]> {
  return read(
    scope,
    `${LINES} where oi.quantity > (select count(*) from adoption_tree t where t.order_line_id = li.id)
     order by li.created_at, li.id limit ?`,
    [limit],
  );
}

/** What buyers have paid for an offer, by line; what was given back as a whole is left out. */
export async function paidLines(
  scope: MedusaContainer,
  product_id: string,
): Promise<{ order_id: string; order_line_id: string; paid_fen: number }[]> {
  const lines = await read(scope, `${LINES} where a.product_id = ?`, [product_id]);
  const orders = await orderFacts(scope, [...new Set(lines.map((line) => line.order_id))]);
  const byId = new Map(orders.map((order) => [order.id, order]));
  return lines.flatMap(({ order_id, order_line_id }) => {
    const order = byId.get(order_id);
    if (!order || !isPaid(order)) return [];
    const line = order.lines.find((one) => one.id === order_line_id);
    const paid_fen = keptOf(order, line);
    return paid_fen > 0 ? [{ order_id, order_line_id, paid_fen }] : [];
  });
}

/** What is paid for the units that did not come back. */
function keptOf(order: OrderFacts, line: LineFacts | undefined): number {
  if (!line) return 0;
  const kept = Math.max(0, line.quantity - line.returned);
  return Math.floor(((paidParts(order).lines.get(line.id) ?? 0) * kept) / line.quantity);
}

async function read(
  scope: MedusaContainer,
  sql: string,
  values: (string | number)[],
): Promise<AdoptedLine[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(sql, values);
  return z.array(lineRow).parse(rows);
}

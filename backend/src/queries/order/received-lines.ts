/** Lines of an order as they were received: when, what kind of goods, whose place's rules hold. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { refuse } from "../../refuse";
import { orderFacts, type LineFacts, type OrderFacts } from "./order-facts";
import { paidParts } from "./order-sums";

const arrivalRow = z.object({
  order_line_id: z.string(),
  delivered_at: z.coerce.date().nullable(),
  kind: z.string().nullable(),
  division_code: z.string().nullable(),
});

/** A line that may have arrived. */
export interface ReceivedLine {
  line: LineFacts;
  /** What was paid for it, whole fen. */
  paid_fen: number;
  /** Units that arrived and have neither gone back nor are asked back. */
  received: number;
  /** When the last of it arrived; null before that. */
  delivered_at: Date | null;
  /** Handle of its category. */
  kind: string;
  /** The households' place, or the cooperative's where none stands behind the line. */
  division_code: string;
}

const SQL = `
  select li.id as order_line_id,
    (select max(f.delivered_at) from fulfillment_item fi
       join fulfillment f on f.id = fi.fulfillment_id and f.deleted_at is null and f.canceled_at is null
      where fi.line_item_id = li.id and fi.deleted_at is null) as delivered_at,
    (select min(c.handle) from product_category_product l
       join product_category c on c.id = l.product_category_id and c.deleted_at is null
      where l.product_id = li.product_id) as kind,
    coalesce((select s.terms->'contributors'->0->>'division_code' from sale_line s
      where s.order_id = :order_id and s.order_line_id = li.id), co.division_code) as division_code
  from order_item oi join order_line_item li on li.id = oi.item_id and li.deleted_at is null
  join "order" o on o.id = oi.order_id and o.version = oi.version
  left join listing g on g.product_id = li.product_id
  left join cooperative co on co.id = g.cooperative_id
  where oi.order_id = :order_id and oi.deleted_at is null`;

/**
 * Reads an order with its lines as they arrived; whether the caller may read it is asked before.
 *
 * @throws refusal `not_found`
 */
export async function receivedLines(
  scope: MedusaContainer,
  order_id: string,
): Promise<{ order: OrderFacts; lines: ReceivedLine[] }> {
  const [order] = await orderFacts(scope, [order_id]);
  if (!order) throw refuse("not_found");
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(SQL, { order_id });
  const arrivals = new Map(
    z
      .array(arrivalRow)
      .parse(rows)
      .map((row) => [row.order_line_id, row]),
  );
  const { lines: paid } = paidParts(order);
  const lines = order.lines.map((line): ReceivedLine => {
    const arrival = arrivals.get(line.id);
    const gone = line.return_requested + line.returned;
    const stands = order.status !== "canceled" && line.delivered > 0;
    return {
      line,
      paid_fen: paid.get(line.id) ?? 0,
      received: stands ? Math.max(0, line.delivered - gone) : 0,
      delivered_at: stands ? (arrival?.delivered_at ?? null) : null,
      kind: arrival?.kind ?? "other",
      division_code: arrival?.division_code ?? "",
    };
  });
  return { order, lines };
}

/**
 * One line of an order.
 *
 * @throws refusal `not_found` for a strange line
 */
export async function receivedLine(
  scope: MedusaContainer,
  order_id: string,
  order_line_id: string,
): Promise<{ order: OrderFacts; found: ReceivedLine }> {
  const { order, lines } = await receivedLines(scope, order_id);
  const found = lines.find(({ line }) => line.id === order_line_id);
  if (!found) throw refuse("not_found", { field: "order_line_id" });
  return { order, found };
}

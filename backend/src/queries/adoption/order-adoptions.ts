/** The trees of an order; the caller has checked that it may be read. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { orderAdoptionsReplySchema } from "../../contract/adoption";
import type { Reply } from "../../contract/routes";
import { dayInShanghai } from "../../modules/rules";
import { orderFacts } from "../order/order-facts";
import { ADOPTION } from "./adoption-sql";

const rowSchema = z.object({ adoption: z.unknown(), harvest_from: z.string() });

/**
 * @param now by which the harvest has begun or not
 * @returns no adoptions when the order has none
 */
export async function orderAdoptions(
  scope: MedusaContainer,
  order_id: string,
  now: Date,
): Promise<Reply<"GET /store/orders/:id/adoptions">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const [{ rows }, [order]] = await Promise.all([
    pg.raw<{ rows: unknown[] }>(
      `select ${ADOPTION} || jsonb_build_object('order_line_id', li.id, 'title', coalesce(li.product_title, li.title),
          'tree_numbers', case when a.kind = 'tree' then coalesce((select jsonb_agg(t.number order by t.number)
            from adoption_tree t where t.order_line_id = li.id), '[]') else '[]' end,
          'harvested_g', a.harvested_g,
          'compensation_fen', coalesce((select c.amount_fen from adoption_compensation c
            where c.order_line_id = li.id and c.given_at is not null), 0)) adoption,
          to_char(a.harvest_from, 'YYYY-MM-DD') harvest_from
       from "order" o
       join order_item oi on oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null and oi.quantity > 0
       join order_line_item li on li.id = oi.item_id and li.deleted_at is null
       join adoption_offer a on a.product_id = li.product_id
       where o.id = ? and o.deleted_at is null order by li.created_at, li.id`,
      [order_id],
    ),
    orderFacts(scope, [order_id]),
  ]);
  const found = z.array(rowSchema).parse(rows);
  const today = dayInShanghai(now);
  const cancellable =
    order !== undefined &&
    order.status !== "canceled" &&
    found.length > 0 &&
    found.length === order.lines.length &&
    order.lines.every((line) => line.fulfilled === 0) &&
    found.every(({ harvest_from }) => today < harvest_from);
  return orderAdoptionsReplySchema.parse({
    adoptions: found.map(({ adoption }) => adoption),
    cancellable,
  });
}

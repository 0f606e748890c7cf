/** Frozen lines whose goods were delivered while their income was not there yet. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/**
 * Lines of an order that were delivered as a whole and still hold expected income.
 *
 * @param order_id the order
 * @returns ids of frozen lines, those that an order change has added among them
 */
export async function deliveredLines(scope: MedusaContainer, order_id: string): Promise<string[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { order_line_id: string }[] }>(
    `select distinct b.order_line_id from credit_balance b join "order" o on o.id = b.order_id
       join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
        and i.item_id = regexp_replace(b.order_line_id, '-v[0-9]+$', '')
      where b.order_id = ? and b.expected_fen > 0 and i.quantity > 0 and i.delivered_quantity >= i.quantity
      order by b.order_line_id`,
    [order_id],
  );
  return rows.map((row) => row.order_line_id);
}

/**
 * The frozen lines behind some of Medusa's lines: the line itself, and what order changes added to it.
 *
 * @param order_id the order
 * @param order_line_ids Medusa's lines
 */
export async function partsOfLines(
  scope: MedusaContainer,
  order_id: string,
  order_line_ids: readonly string[],
): Promise<string[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { order_line_id: string }[] }>(
    `select order_line_id from sale_line
      where order_id = ? and regexp_replace(order_line_id, '-v[0-9]+$', '') = any(?) order by order_line_id`,
    [order_id, [...order_line_ids]],
  );
  return rows.map((row) => row.order_line_id);
}

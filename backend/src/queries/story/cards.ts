/** Cards of goods from the shelf, for pages that are about somebody else than the goods. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { GoodCard } from "../../contract/goods";

/** A page that is about people shows this many goods and leads to the list for the rest. */
const MOST = 24;

/**
 * The cards of goods that are for sale, in the order asked for.
 *
 * @param product_ids any products; those not on the shelf are left out
 */
export async function cardsOf(
  scope: MedusaContainer,
  product_ids: readonly string[],
): Promise<GoodCard[]> {
  if (product_ids.length === 0) return [];
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { card: GoodCard }[] }>(
    `select g.card || jsonb_build_object('in_stock', g.in_stock, 'favoured', g.favoured) as card
       from unnest(?::text[]) with ordinality as asked(id, place)
       join shelf_good g on g.product_id = asked.id order by place limit ?`,
    [[...product_ids], MOST],
  );
  return found.rows.map((row) => row.card);
}

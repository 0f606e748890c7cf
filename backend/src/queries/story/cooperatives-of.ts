/** The cooperatives that sell some goods, with their pages. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/** Names and handles of the approved cooperatives behind products. */
export async function cooperativesOf(
  scope: MedusaContainer,
  product_ids: readonly string[],
): Promise<{ name: string; handle: string }[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { name: string; handle: string }[] }>(
    `select distinct c.name, s.handle from listing l
       join cooperative c on c.id = l.cooperative_id and c.status = 'approved'
       join story_page s on s.kind = 'cooperative' and s.subject_id = c.id
      where l.product_id = any(?::text[]) order by c.name`,
    [[...product_ids]],
  );
  return found.rows;
}

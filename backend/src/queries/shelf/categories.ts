/** Categories of goods with how many are on the shelf. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";

const row = z.object({ key: z.string(), label: z.string(), count: z.coerce.number().int() });

/** Lists every active category; the key is its handle, as a product names it. */
export async function categoriesInUse(
  scope: MedusaContainer,
): Promise<Reply<"GET /cooperative/categories">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select c.handle as key, c.name as label, count(s.product_id) as count
       from product_category c left join shelf_good s on s.category = c.handle
      where c.deleted_at is null and c.is_active and not c.is_internal
      group by c.handle, c.name, c.rank order by c.rank, c.handle limit 200`,
  );
  return { categories: z.array(row).parse(rows) };
}

/** Where the people behind a good have their pages. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";
import { refuse } from "../../refuse";
import { shownHouseholds } from "./shown-households";

const row = z.object({
  lot: z.string().nullable(),
  cooperative: z.string().nullable(),
  enterprise: z.string().nullable(),
  household_ids: z.array(z.string()),
});

const SQL = `
  select t.code as lot, s.handle as cooperative, e.handle as enterprise,
    array(select distinct c.household_id from lot_contribution c where c.lot_id = l.lot_id) as household_ids
    from shelf_good g
    join listing l on l.product_id = g.product_id
    left join lot_trace t on t.lot_id = l.lot_id
    left join story_page s on s.kind = 'cooperative' and s.subject_id = l.cooperative_id
    left join helping_unit u on u.name = g.page -> 'pairing_enterprise' ->> 'name'
    left join story_page e on e.kind = 'enterprise' and e.subject_id = u.id
   where g.handle = ? limit 1`;

/** @throws refusal `not_found` when the good is not for sale */
export async function goodStories(
  scope: MedusaContainer,
  handle: string,
): Promise<Reply<"GET /store/stories/goods/:handle">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: unknown[] }>(SQL, [handle]);
  const [good] = z.array(row).parse(found.rows);
  if (!good) throw refuse("not_found");
  const { household_ids, ...links } = good;
  const households = await shownHouseholds(scope, household_ids);
  return {
    ...links,
    households: households.map((one) => ({ alias: one.alias, handle: one.handle })),
  };
}

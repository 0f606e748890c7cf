/** The page of an enterprise or another helping unit. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";
import { dayInShanghai } from "../../modules/rules";
import { STORY_MODULE, type StoryModuleService } from "../../modules/story";
import { refuse } from "../../refuse";
import { SMALLEST_GROUP } from "../income/suppression";
import { cardsOf } from "./cards";
import { placesOf } from "./places";

const row = z.object({
  name: z.string(),
  kind: z.enum(["enterprise", "public_unit", "social_organisation"]),
  division_code: z.string(),
  help: z.string(),
  households: z.int(),
  product_ids: z.array(z.string()),
});

// Only goods whose own page names this unit: what one pairing alone would tell of a household stays
// untold.
const SQL = `
  with paired as materialized (
    select distinct household_id from pairing
     where helping_unit_id = :id and starts_on <= :on and (ends_on is null or ends_on >= :on))
  select u.name, u.kind, u.division_code, u.help, (select count(*)::int from paired) as households,
    array(select g.product_id from shelf_good g
           where g.page -> 'pairing_enterprise' ->> 'name' = u.name
             and g.product_id in (select l.product_id from listing l join lot_contribution c on c.lot_id = l.lot_id
                                   join paired on paired.household_id = c.household_id)
           order by g.in_stock desc, g.listed_at desc, g.product_id) as product_ids
    from helping_unit u where u.id = :id`;

/**
 * Reads the page of an enterprise.
 *
 * @throws refusal `not_found`
 */
export async function enterpriseStory(
  scope: MedusaContainer,
  handle: string,
): Promise<Reply<"GET /store/stories/enterprises/:handle">> {
  const id = await scope.resolve<StoryModuleService>(STORY_MODULE).subjectOf("enterprise", handle);
  if (id === null) throw refuse("not_found");
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: unknown[] }>(SQL, { id, on: dayInShanghai(new Date()) });
  const [unit] = z.array(row).parse(found.rows);
  if (!unit) throw refuse("not_found");
  const place = await placesOf(scope, [unit.division_code]);
  const { county_code, county_name } = place(unit.division_code);
  return {
    enterprise: {
      handle,
      name: unit.name,
      kind: unit.kind,
      county_code,
      county_name,
      help: unit.help,
      households: unit.households >= SMALLEST_GROUP ? unit.households : null,
      goods: await cardsOf(scope, unit.product_ids),
    },
  };
}

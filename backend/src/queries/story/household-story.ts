/** The page of a household: nothing beyond what its consents in force allow. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";
import { CONSENT_MODULE, type ConsentModuleService } from "../../modules/consent";
import { dayInShanghai } from "../../modules/rules";
import { STORY_MODULE, type StoryModuleService } from "../../modules/story";
import { refuse } from "../../refuse";
import { cardsOf } from "./cards";
import { placesOf } from "./places";
import { shownHouseholds } from "./shown-households";

const lotRow = z.object({
  code: z.string(),
  title: z.string(),
  harvested_on: z.string(),
  product_id: z.string(),
});

const LOTS = `
  select t.code, p.title, to_char(lot.harvested_on, 'YYYY-MM-DD') as harvested_on, l.product_id
    from lot_contribution c
    join lot on lot.id = c.lot_id
    join lot_trace t on t.lot_id = c.lot_id
    join listing l on l.lot_id = c.lot_id
    join product p on p.id = l.product_id and p.deleted_at is null
   where c.household_id = ?
   group by 1, 2, lot.harvested_on, l.product_id order by lot.harvested_on desc, t.code limit 50`;

/**
 * Reads the page of a household.
 *
 * @throws refusal `not_found` for an address that never was, and for one whose consent has ended
 */
export async function householdStory(
  scope: MedusaContainer,
  handle: string,
): Promise<Reply<"GET /store/stories/households/:handle">> {
  const stories = scope.resolve<StoryModuleService>(STORY_MODULE);
  const id = await stories.subjectOf("household", handle);
  const [shown] = id === null ? [] : await shownHouseholds(scope, [id]);
  if (!shown) throw refuse("not_found");
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const today = dayInShanghai(new Date());
  const [place, village, story, found] = await Promise.all([
    placesOf(scope, [shown.division_code]),
    scope.resolve<ConsentModuleService>(CONSENT_MODULE).inForce([shown.id], "village", today),
    stories.textOf("household", shown.id),
    pg.raw<{ rows: unknown[] }>(LOTS, [shown.id]),
  ]);
  const lots = z.array(lotRow).parse(found.rows);
  const { village_name, ...where } = place(shown.division_code);
  const handles = await stories.handlesOf("village", [shown.division_code]);
  const villageHandle = handles.get(shown.division_code);
  return {
    household: {
      ...where,
      handle: shown.handle,
      alias: shown.alias,
      village:
        village.has(shown.id) && villageHandle && village_name
          ? { name: village_name, handle: villageHandle }
          : null,
      story,
      lots: lots.map(({ code, title, harvested_on }) => ({ code, title, harvested_on })),
      goods: await cardsOf(scope, [...new Set(lots.map((lot) => lot.product_id))]),
    },
  };
}

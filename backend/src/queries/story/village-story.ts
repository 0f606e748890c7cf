/** The page of a village: its product, its shop, the households that agreed to be named with it. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import { dayInShanghai } from "../../modules/rules";
import { STORY_MODULE, type StoryModuleService } from "../../modules/story";
import { refuse } from "../../refuse";
import { villageTotals } from "../income/village-totals";
import { deliveriesOf } from "../trace/deliveries";
import { cardsOf } from "./cards";
import { cooperativesOf } from "./cooperatives-of";
import { placesOf } from "./places";
import { shownHouseholds } from "./shown-households";

/**
 * Reads the page of a village.
 *
 * @throws refusal `not_found` also while nothing of the village may be told
 */
export async function villageStory(
  scope: MedusaContainer,
  handle: string,
): Promise<Reply<"GET /store/stories/villages/:handle">> {
  const stories = scope.resolve<StoryModuleService>(STORY_MODULE);
  const code = await stories.subjectOf("village", handle);
  if (code === null) throw refuse("not_found");
  const all = await deliveriesOf(scope, { village: code }, dayInShanghai(new Date()));
  const open = all.filter((delivery) => delivery.isOpen);
  const story = await stories.textOf("village", code);
  if (open.length === 0 && story === null) throw refuse("not_found");
  const product_ids = [...new Set(open.map((delivery) => delivery.product_id))];
  const household_ids = all.flatMap((delivery) => delivery.household_ids);
  const [place, goods, households, cooperatives, totals] = await Promise.all([
    placesOf(scope, [code]),
    cardsOf(scope, product_ids),
    shownHouseholds(scope, household_ids, ["story", "village"]),
    cooperativesOf(scope, product_ids),
    villageTotals(scope, code.slice(0, 6)),
  ]);
  const { village_name, ...where } = place(code);
  const total = totals.find((one) => one.code === code);
  return {
    village: {
      ...where,
      handle,
      name: village_name,
      story,
      flagship: goods[0] ?? null,
      goods,
      households: households.map((one) => ({ name: one.alias, handle: one.handle })),
      cooperatives,
      totals: {
        grade: "measured",
        households: total?.households ?? null,
        credited_fen: total?.credited_fen ?? null,
      },
    },
  };
}

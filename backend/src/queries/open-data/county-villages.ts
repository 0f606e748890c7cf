/** The villages of a county with their public figures and their pages. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";
import { refuse } from "../../refuse";
import { villageTotals } from "../income/village-totals";
import { allStories } from "../story/all-stories";
import { STORY_MODULE, type StoryModuleService } from "../../modules/story";

/** @throws refusal `not_found` for a code that is no county */
export async function countyVillages(
  scope: MedusaContainer,
  county: string,
): Promise<Reply<"GET /store/totals/:county">> {
  const code = county.padEnd(12, "0");
  const divisions = scope.resolve<DivisionModuleService>(DIVISION_MODULE);
  const found = (await divisions.byCodes([code])).get(code);
  if (found?.level !== "county") throw refuse("not_found");
  const villages = await villageTotals(scope, county);
  const stories = scope.resolve<StoryModuleService>(STORY_MODULE);
  const [handles, all] = await Promise.all([
    stories.handlesOf(
      "village",
      villages.map((one) => one.code),
    ),
    allStories(scope),
  ]);
  const shown = new Set(all.villages.map((one) => one.handle));
  return {
    grade: "measured",
    county: { code: county, name: found.name },
    villages: villages.map((one) => {
      const handle = handles.get(one.code) ?? "";
      return { ...one, handle: shown.has(handle) ? handle : null };
    }),
  };
}

/** Where a click on a row of the summary leads: to a narrower summary or to a household's file. */
import type { SummaryQuery } from "@yigou/backend/contract";
import { incomeCategories, summaryGroups } from "@yigou/backend/contract/words";
import type { IncomeCategory } from "@yigou/backend/contract/words";

import { spanOfMonth } from "../../lib/days";
import { childrenOf, findDivision, scopeOf } from "../../lib/divisions";
import type { Division } from "../../lib/divisions";

/** What a summary is grouped by. */
export type Group = SummaryQuery["group_by"];

/** A text of the address as a group. */
export function groupOf(text: string | undefined): Group {
  return summaryGroups.find((one) => one === text) ?? "division";
}

/** A text of the address as an income category. */
export function categoryOf(text: string | undefined): IncomeCategory | undefined {
  return incomeCategories.find((one) => one === text);
}

/** A step down: filters to add, or a household to open. */
export type Step =
  { household: string } | { change: Readonly<Record<string, string | undefined>> } | null;

/**
 * The step that belongs to a row.
 *
 * @param group what the summary is grouped by
 * @param key the key of the row
 * @param tree the divisions that the official sees
 */
export function stepOf(group: Group, key: string, tree: readonly Division[]): Step {
  switch (group) {
    case "household":
      return { household: key };
    case "division":
      return { change: narrowTo(key, tree) };
    case "month":
      return { change: { ...spanOfMonth(key), group_by: "household" } };
    case "product":
      return { change: { product_id: key, group_by: "household" } };
    case "cooperative":
      return { change: { cooperative_id: key, group_by: "product" } };
    case "category":
      return { change: { category: key, group_by: "household" } };
  }
}

/** A division with divisions below it shows those, a village its households. */
function narrowTo(key: string, tree: readonly Division[]) {
  const division = findDivision(tree, key);
  const goesOn = division !== undefined && childrenOf(tree, division).length > 0;
  return {
    division_code: division ? scopeOf(division) : key,
    group_by: goesOn ? "division" : "household",
  };
}

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

/** Where one stands: the address, the span that is shown, and the divisions that may be seen. */
export interface Standpoint {
  params: URLSearchParams;
  group: Group;
  span: { from: string; to: string };
  tree: readonly Division[];
}

/**
 * The address to which a row leads.
 *
 * @param key the key of the row
 * @returns a household's file for a household, else the summary with one more filter
 */
export function addressOf(key: string, { params, group, span, tree }: Standpoint): string {
  if (group === "household") {
    const kept = ["at", "by"].flatMap((name) => {
      const value = params.get(name);
      return value === null ? [] : [[name, value]];
    });
    return `/official/households/${key}?${new URLSearchParams([...Object.entries(span), ...kept]).toString()}`;
  }
  const next = new URLSearchParams({ ...Object.fromEntries(params), ...span });
  for (const [name, value] of Object.entries(stepOf(group, key, tree))) next.set(name, value);
  return `/official/income?${next.toString()}`;
}

function stepOf(
  group: Exclude<Group, "household">,
  key: string,
  tree: readonly Division[],
): Record<string, string> {
  switch (group) {
    case "division":
      return narrowTo(key, tree);
    case "month":
      return { ...spanOfMonth(key), group_by: "household" };
    case "product":
      return { product_id: key, group_by: "household" };
    case "cooperative":
      return { cooperative_id: key, group_by: "product" };
    case "category":
      return { category: key, group_by: "household" };
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

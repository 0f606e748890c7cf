/** Income by division, month, household, product, cooperative or category, under one division prefix. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { SummaryQuery } from "../../contract/income";
import type { Reply } from "../../contract/routes";
import { exactSummary } from "./summary-exact";
import { rolledSummary } from "./summary-rolled";
import { rolledQuestionOf } from "./summary-span";

/**
 * Sums credits under a prefix: from the roll-ups where they know the answer, else credit by credit.
 * Both are exact; the second reads more.
 *
 * @param scope container
 * @param prefix division-code prefix that the caller may see; never wider than the caller's own
 * @param query grouping, filters, and the past instant if one is asked for
 * @returns rows in the order of their keys (months) or of their amount, and a total over all of them
 */
export async function incomeSummary(
  scope: MedusaContainer,
  prefix: string,
  query: SummaryQuery,
): Promise<Reply<"GET /official/income/summary">> {
  const question = rolledQuestionOf(prefix, query);
  const rolled = question && (await rolledSummary(scope, prefix, question));
  return rolled ?? exactSummary(scope, prefix, query);
}

/** Where a cadre's figures differ from the platform's, so that a reason is due. Pure. */
import type { Fen } from "../../contract/fen";
import type { ComparedCategory, VerifiedIncomeBody } from "../../contract/verified-income";

/** What the platform credited in the year and what counts, by category. */
export type PlatformFigures = Record<ComparedCategory, Fen>;

type Found = Pick<
  VerifiedIncomeBody,
  "wage_fen" | "business_gross_fen" | "property_fen" | "transfer_fen"
>;

/**
 * The categories in which the two columns differ. Production cost is not among them: the platform does not
 * see it, so that there is nothing to differ from.
 */
export function differencesOf(found: Found, platform: PlatformFigures): ComparedCategory[] {
  const pairs = [
    ["wage", found.wage_fen],
    ["business", found.business_gross_fen],
    ["property", found.property_fen],
    ["transfer", found.transfer_fen],
  ] as const;
  return pairs.filter(([name, fen]) => fen !== platform[name]).map(([name]) => name);
}

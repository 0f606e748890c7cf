/** The deductions of a credit, in the order and words in which every share bar shows them. */
import { z } from "zod";

import { breakdownOf, type Part } from "../../contract/split";

const fen = z.coerce.number().int();

/** The columns that deductions are read from. */
export const deductionRow = z.object({
  service_fen: fen,
  packing_fen: fen,
  freight_fen: fen,
  platform_fen: fen,
  cooperative_name: z.string().nullable(),
});

/**
 * Deductions by party.
 *
 * @returns parts other than the household's; with the net they add up to the gross
 */
export function deductionsOf(row: z.infer<typeof deductionRow>): Part[] {
  const parts = breakdownOf({ ...row, household_fen: 0 }, row.cooperative_name ?? "");
  return parts.filter((part) => part.party !== "household");
}

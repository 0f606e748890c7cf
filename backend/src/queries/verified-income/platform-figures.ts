/** What the platform credited a household with in a span of days, by category: settled or later, measured. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { graded, type Graded } from "../../contract/grades";
import { incomeCategories, type IncomeCategory } from "../../contract/words";

const row = z.object({
  category: z.enum(incomeCategories),
  countable: z.boolean(),
  grade: z.literal("measured"),
  fen: z.coerce.number().int(),
});

/** Countable income by category, and what does not count. */
export interface PlatformColumn {
  byCategory: Record<IncomeCategory, Graded<"measured">>;
  uncounted: Graded<"measured">;
}

/**
 * Reads the platform's column.
 *
 * @param scope container
 * @param household_id the household; the caller has checked that its file may be opened
 * @param span first and last day of the sale or of the entry's month, Asia/Shanghai
 */
export async function platformFigures(
  scope: MedusaContainer,
  household_id: string,
  span: { from: string; to: string },
): Promise<PlatformColumn> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select category, countable, (figure).grade as grade, (figure).fen as fen
       from (select category, countable,
                    sum_graded(cast(row('measured', settled_fen + paid_fen + confirmed_fen) as graded_fen)) as figure
               from credit_balance
              where household_id = :household_id
                and sold_on between cast(:from as date) and cast(:to as date)
              group by category, countable) x`,
    { household_id, ...span },
  );
  const found = z.array(row).parse(rows);
  const of = (category: IncomeCategory): Graded<"measured"> =>
    graded("measured", found.find((r) => r.countable && r.category === category)?.fen ?? 0);
  return {
    byCategory: {
      wage: of("wage"),
      business: of("business"),
      property: of("property"),
      transfer: of("transfer"),
    },
    uncounted: graded(
      "measured",
      found.filter((r) => !r.countable).reduce((sum, r) => sum + r.fen, 0),
    ),
  };
}

/** Which months of a span are closed in a county: what stands in them never changes. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { monthOf, type Span } from "./span";

/**
 * The closed months of a span.
 *
 * @param division_code any division of the county
 */
export async function closedMonths(
  trx: Knex.Transaction,
  division_code: string,
  span: Span,
): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { month: number }[] }>(
    `select month from ledger_period
      where county_code = left(:division_code, 6) and month >= :from and month <= :to order by month`,
    { division_code, ...span },
  );
  return rows.map(({ month }) => monthOf(month));
}

/** Public totals: settled or later only, groups under five households hidden. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";

/** Fewer households than this, and the figure would point at someone. */
const SMALLEST_GROUP = 5;

const row = z.object({
  code: z.string().nullable(),
  name: z.string().nullable(),
  households: z.coerce.number().int(),
  credited_fen: z.coerce.number().int(),
});

/**
 * Totals by county. A hidden county also hides the whole when it could be found by subtraction.
 *
 * @param scope container
 */
export async function publicTotals(scope: MedusaContainer): Promise<Reply<"GET /store/totals">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select rpad(left(b.division_code, 6), 12, '0') as code, max(d.name) as name,
            count(distinct b.household_id) as households,
            coalesce(sum(b.settled_fen + b.paid_fen + b.confirmed_fen), 0) as credited_fen
       from credit_balance b
       left join division d on d.code = rpad(left(b.division_code, 6), 12, '0')
      where b.settled_fen + b.paid_fen + b.confirmed_fen > 0
      group by grouping sets ((rpad(left(b.division_code, 6), 12, '0')), ())
      order by 4 desc, 1`,
  );
  const found = z.array(row).parse(rows);
  const whole = found.find((r) => r.code === null);
  const counties = found.filter((r) => r.code !== null);
  const small = counties.filter((r) => r.households < SMALLEST_GROUP);
  const hiddenHouseholds = small.reduce((sum, r) => sum + r.households, 0);
  const wholeIsSafe = whole !== undefined && whole.households >= SMALLEST_GROUP;
  const showsWhole = wholeIsSafe && (small.length === 0 || hiddenHouseholds >= SMALLEST_GROUP);
  return {
    households: showsWhole ? whole.households : null,
    credited_fen: showsWhole ? whole.credited_fen : null,
    counties: counties.map((r) => ({
      code: r.code ?? "",
      name: r.name ?? "",
      households: r.households < SMALLEST_GROUP ? null : r.households,
      credited_fen: r.households < SMALLEST_GROUP ? null : r.credited_fen,
    })),
  };
}

/** Public totals: settled or later only, groups under five households hidden. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";
import { hiddenGroups, SMALLEST_GROUP } from "./suppression";

const row = z.object({
  code: z.string().nullable(),
  name: z.string().nullable(),
  households: z.coerce.number().int(),
  credited_fen: z.coerce.number().int(),
});

// Rolled sums of the counties and of the whole; what is not rolled up yet is added household by household,
// since a household that had public income before is not counted again. A bonus is not countable income.
const SQL = `
with tail as materialized (
  select household_id, left(division_code, 6) as county,
         sum(settled_fen + paid_fen + confirmed_fen - uncounted_fen) as fen
    from income_tail() group by 1, 2),
stood as materialized (
  select t.household_id, t.county, t.fen as late, coalesce(sum(h.settled_fen + h.paid_fen + h.confirmed_fen - h.uncounted_fen), 0) as fen
    from tail t
    left join income_rollup_household h on h.household_id = t.household_id and starts_with(h.division_code, t.county)
   group by t.household_id, t.county, t.fen),
stood_anywhere as materialized (
  select t.household_id, t.late, coalesce(sum(h.settled_fen + h.paid_fen + h.confirmed_fen - h.uncounted_fen), 0) as fen
    from (select household_id, sum(fen) as late from tail group by 1) t
    left join income_rollup_household h on h.household_id = t.household_id
   group by t.household_id, t.late),
parts (county, households, fen) as (
  select nullif(scope_code, ''), households, 0 from income_rollup
   where depth in (0, 6) and category = 'public' and period = 0
  union all
  select nullif(scope_code, ''), 0, settled_fen + paid_fen + confirmed_fen - uncounted_fen from income_rollup
   where depth in (0, 6) and category = '' and period = 0
  union all
  select county, cast(fen + late > 0 as int) - cast(fen > 0 as int), late from stood
  union all
  select null, cast(fen + late > 0 as int) - cast(fen > 0 as int), late from stood_anywhere)
select x.code, x.households, x.credited_fen, d.name
  from (select rpad(county, 12, '0') as code, sum(households) as households, sum(fen) as credited_fen
          from parts group by county having sum(households) > 0) x
  left join division d on d.code = x.code
 order by x.credited_fen desc, x.code`;

/**
 * Totals by county.
 *
 * @param scope container
 */
export async function publicTotals(scope: MedusaContainer): Promise<Reply<"GET /store/totals">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(SQL);
  const found = z.array(row).parse(rows);
  const whole = found.find((r) => r.code === null);
  const counties = found.filter((r) => r.code !== null);
  const hidden = hiddenGroups(counties);
  const safe = whole !== undefined && whole.households >= SMALLEST_GROUP;
  return {
    grade: "measured",
    households: safe ? whole.households : null,
    credited_fen: safe ? whole.credited_fen : null,
    counties: counties.map((r) => ({
      code: r.code ?? "",
      name: r.name ?? "",
      households: hidden.has(r.code) ? null : r.households,
      credited_fen: hidden.has(r.code) ? null : r.credited_fen,
    })),
  };
}

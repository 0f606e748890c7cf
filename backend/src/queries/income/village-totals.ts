/** Public totals of a county's villages: settled or later only, groups under five households hidden. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Fen } from "../../contract/money";
import { hiddenGroups } from "./suppression";
import { publicTotals } from "./totals";

/** A village's figures; both null while they are hidden. */
export interface VillageTotal {
  code: string;
  name: string;
  households: number | null;
  credited_fen: Fen | null;
}

const row = z.object({
  code: z.string(),
  name: z.string(),
  households: z.coerce.number().int(),
  credited_fen: z.coerce.number().int(),
});

// A bonus is not countable income. Rolled sums and what is not rolled up yet, household by household.
const SQL = `
with parts as (
  select household_id, division_code, settled_fen + paid_fen + confirmed_fen - uncounted_fen as fen
    from income_rollup_household where starts_with(division_code, :county)
  union all
  select household_id, division_code, settled_fen + paid_fen + confirmed_fen - uncounted_fen
    from income_tail() where starts_with(division_code, :county)),
stood as (select household_id, division_code, sum(fen) as fen from parts group by 1, 2)
select s.division_code as code, coalesce(d.name, s.division_code) as name, count(*) as households, sum(s.fen) as credited_fen
  from stood s left join division d on d.code = s.division_code
 where s.fen > 0 group by 1, 2 order by credited_fen desc, code`;

/**
 * Totals by village. All are hidden while the county's own figure is: its villages would add up to it.
 *
 * @param county 6 digits
 * @param known the totals by county, when the caller has them
 */
export async function villageTotals(
  scope: MedusaContainer,
  county: string,
  known?: Awaited<ReturnType<typeof publicTotals>>,
): Promise<VillageTotal[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const [found, whole] = await Promise.all([
    pg.raw<{ rows: unknown[] }>(SQL, { county }),
    known ?? publicTotals(scope),
  ]);
  const villages = z.array(row).parse(found.rows);
  const own = whole.counties.find(({ code }) => code.startsWith(county));
  const open = own !== undefined && own.households !== null;
  const hidden = hiddenGroups(villages);
  return villages.map(({ code, name, households, credited_fen }) => {
    const shown = open && !hidden.has(code);
    return {
      code,
      name,
      households: shown ? households : null,
      credited_fen: shown ? credited_fen : null,
    };
  });
}

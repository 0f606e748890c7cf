/** The accounting months of a county: running, open, closed, and what moved in each. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { closingRoles, type OfficialRole } from "../../contract/roles";
import type { Reply } from "../../contract/routes";
import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";
import { countyOf, monthOf, seesCounty } from "./county-of";

const fen = z.coerce.number().int();

/** Figures of a month as the database answers them. */
export const totalsRow = z.object({
  credited_fen: fen,
  reversed_fen: fen,
  earned_fen: fen,
  settled_fen: fen,
  paid_fen: fen,
  confirmed_fen: fen,
});

const row = z.object({
  period: fen,
  running: z.boolean(),
  closed_at: z.coerce.date().nullable(),
  closed_by: z.string().nullable(),
  corrections: fen,
  totals: totalsRow,
});

// A closed month shows the figures that its closing wrote down; they are those of its postings for good.
const SQL = `
with moved as materialized (select * from income_period_totals(:county) where category is null),
months as (
  select period from moved union select month from ledger_period where county_code = :county
  union select ledger_month(now())),
corrected as (
  select t.corrects_period, count(*) as corrections from ledger_transaction t
   where t.corrects_period is not null and exists (
     select 1 from ledger_posting p join credit_balance b on b.credit_id = p.credit_id
      where p.transaction_seq = t.seq and starts_with(b.division_code, :county))
   group by t.corrects_period)
select m.period, m.period >= ledger_month(now()) as running, c.closed_at,
       coalesce(o.name, c.closed_by) as closed_by, coalesce(k.corrections, 0) as corrections,
       coalesce(c.totals, to_jsonb(v)) as totals
  from months m
  left join lateral (
    select coalesce(max(x.credited_fen), 0) as credited_fen, coalesce(max(x.reversed_fen), 0) as reversed_fen,
           coalesce(max(x.earned_fen), 0) as earned_fen, coalesce(max(x.settled_fen), 0) as settled_fen,
           coalesce(max(x.paid_fen), 0) as paid_fen, coalesce(max(x.confirmed_fen), 0) as confirmed_fen
      from moved x where x.period = m.period) v on true
  left join ledger_period c on c.county_code = :county and c.month = m.period
  left join official o on o.id = c.closed_by
  left join corrected k on k.corrects_period = m.period
 order by m.period desc limit 240`;

/** The official who asks. */
export interface Asking {
  division_code: string;
  role: OfficialRole;
}

/**
 * Lists a county's months, the newest first.
 *
 * @param scope container
 * @param official who asks; an area below the county gets the states without the figures
 * @param asked the county, which a city must name
 * @throws refusals `county_wanted`, `not_found`
 */
export async function listPeriods(
  scope: MedusaContainer,
  official: Asking,
  asked: string | undefined,
): Promise<Reply<"GET /official/periods">> {
  const county = countyOf(official.division_code, asked);
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(SQL, { county });
  const found = z.array(row).parse(rows);
  const divisions = scope.resolve<DivisionModuleService>(DIVISION_MODULE);
  const may_close = closingRoles.includes(official.role);
  const open = found.filter((one) => one.closed_at === null && !one.running);
  const next = open.at(-1)?.period;
  return {
    county_code: county,
    county_name: (await divisions.nameOfScope(county)) ?? county,
    may_close,
    periods: found.map((one) => ({
      month: monthOf(one.period),
      state: one.closed_at ? "closed" : one.running ? "running" : "open",
      closable: may_close && one.period === next,
      closed_at: one.closed_at?.toISOString() ?? null,
      closed_by: one.closed_by,
      corrections: one.corrections,
      totals: seesCounty(official.division_code) ? one.totals : null,
    })),
  };
}

/** One accounting month of a county: by category, and what corrected it later. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";
import { incomeCategories } from "../../contract/words";
import { refuse } from "../../refuse";
import { countyOf, monthOf, periodOf, seesCounty } from "./county-of";
import { totalsRow, type Asking } from "./list-periods";

const whole = z.coerce.number().int();

const headRow = z.object({
  running: z.boolean(),
  closed_at: z.coerce.date().nullable(),
  closed_by: z.string().nullable(),
  head_seq: whole.nullable(),
});

const HEAD = `
select :period >= ledger_month(now()) as running, c.closed_at, coalesce(o.name, c.closed_by) as closed_by,
       (c.totals->>'head_seq')::bigint as head_seq
  from (select 1) one
  left join ledger_period c on c.county_code = :county and c.month = :period
  left join official o on o.id = c.closed_by`;

const movementRow = totalsRow.extend({ category: z.enum(incomeCategories).nullable() });

const MOVEMENT = "select * from income_period_totals(:county) where period = :period";

const correctionRow = z.object({
  seq: whole,
  kind: z.string(),
  cause: z.string().nullable(),
  occurred_at: z.coerce.date(),
  posted_at: z.coerce.date(),
  period: whole,
  in_fen: whole,
  out_fen: whole,
});

const CORRECTIONS = `
select t.seq, t.kind, t.cause, t.occurred_at, t.posted_at, t.period, x.in_fen, x.out_fen
  from ledger_transaction t
  join lateral (
    select coalesce(sum(p.amount_fen) filter (where p.amount_fen > 0), 0) as in_fen,
           coalesce(-sum(p.amount_fen) filter (where p.amount_fen < 0), 0) as out_fen, count(*) as legs
      from ledger_posting p join credit_balance b on b.credit_id = p.credit_id
     where p.transaction_seq = t.seq and account_kind(p.account_id) = 'household'
       and starts_with(b.division_code, :county)) x on x.legs > 0
 where t.corrects_period = :period
 order by t.seq desc limit 500`;

/**
 * Reads a month.
 *
 * @param scope container
 * @param official who asks; the figures are the county's, so its area must be the county or more
 * @param month YYYY-MM
 * @param asked the county, which a city must name
 * @throws refusals `forbidden_action` for an area below the county, `county_wanted`, `not_found`
 */
export async function readPeriod(
  scope: MedusaContainer,
  official: Asking,
  month: string,
  asked: string | undefined,
): Promise<Reply<"GET /official/periods/:month">> {
  const county = countyOf(official.division_code, asked);
  if (!seesCounty(official.division_code)) throw refuse("forbidden_action");
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const bound = { county, period: periodOf(month) };
  const read = async <T extends z.ZodType>(schema: T, sql: string) => {
    const { rows } = await pg.raw<{ rows: unknown[] }>(sql, bound);
    return z.array(schema).parse(rows);
  };
  const [[head], movement, corrections] = await Promise.all([
    read(headRow, HEAD),
    read(movementRow, MOVEMENT),
    read(correctionRow, CORRECTIONS),
  ]);
  const closed_at = head?.closed_at ?? null;
  return {
    month,
    state: closed_at ? "closed" : head?.running ? "running" : "open",
    closed_at: closed_at?.toISOString() ?? null,
    closed_by: head?.closed_by ?? null,
    head_seq: head?.head_seq ?? null,
    totals: movement.find((one) => one.category === null) ?? NOTHING,
    categories: movement.flatMap(({ category, ...one }) =>
      category ? [{ category, ...one }] : [],
    ),
    corrections: corrections.map(({ period, occurred_at, posted_at, ...one }) => ({
      ...one,
      occurred_at: occurred_at.toISOString(),
      posted_at: posted_at.toISOString(),
      booked_in: monthOf(period),
    })),
  };
}

const NOTHING = {
  credited_fen: 0,
  reversed_fen: 0,
  earned_fen: 0,
  settled_fen: 0,
  paid_fen: 0,
  confirmed_fen: 0,
};

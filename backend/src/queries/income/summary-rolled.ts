/** Income from the roll-ups, with what is not rolled up yet added: the exact present at the cost of a few rows. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";
import { ROLLUP_SUMS } from "../../modules/income";
import { childDigits, summaryDatabaseRow, summaryOf } from "./summary-row";
import type { RolledQuestion } from "./summary-span";

const each = (of: (figure: string) => string) => ROLLUP_SUMS.map(of).join(", ");
const ROLLED = `r.households, r.credits, ${each((fen) => `r.${fen}`)}, r.newest_on`;
const LATE = `0, count(*) filter (where t.fresh), ${each((fen) => `sum(t.${fen})`)}, max(t.sold_on)`;
const NEW_HOUSEHOLD = `1, 0, ${each(() => "0")}, null`;
const SUMS = `sum(households) as households, sum(credits) as credits, ${each((fen) => `sum(${fen}) as ${fen}`)}`;

interface Grouping {
  /** Rows of the roll-up that the grouping shows. */
  where: string;
  /** Their key. */
  key: string;
  /** The key of a credit in the tail. */
  tail_key: string;
  /** Which place, category and period a key of the tail stands for. */
  seen: string;
  label: string;
}

function groupingOf(question: RolledQuestion, prefix: string): Grouping {
  const depth = prefix.length.toString();
  const here = `r.depth = ${depth} and r.scope_code = :prefix`;
  switch (question.group_by) {
    case "division": {
      const digits = childDigits(prefix).toString();
      return {
        where: `r.depth = ${digits} and r.category = :category and r.period = :period
                and r.scope_code >= :prefix and r.scope_code < :prefix || ':'`,
        key: "rpad(r.scope_code, 12, '0')",
        tail_key: `rpad(left(t.division_code, ${digits}), 12, '0')`,
        seen: `left(n.key, ${digits}), :category, :period`,
        label: "(select d.name from division d where d.code = x.key)",
      };
    }
    case "month":
      return {
        // Months of the year that is asked for, of all years, or the one month itself.
        where: `${here} and r.category = :category and r.period > 9999
                and (:period = 0 or starts_with(cast(r.period as text), cast(:period as text)))`,
        key: "to_char(to_date(cast(r.period as text), 'YYYYMM'), 'YYYY-MM')",
        tail_key: "to_char(t.sold_on, 'YYYY-MM')",
        seen: ":prefix, :category, cast(replace(n.key, '-', '') as int)",
        label: "x.key",
      };
    case "category":
      return {
        where: `${here} and r.period = :period
                and r.category = any(case when :category = '' then array['wage', 'business', 'property', 'transfer']
                                          else array[:category] end)`,
        key: "r.category",
        tail_key: "t.category",
        seen: ":prefix, n.key, :period",
        label: "x.key",
      };
  }
}

/** One statement, so that roll-ups, watermark and tail are of one instant. */
function sqlOf(
  { where, key, tail_key, seen, label }: Grouping,
  depth: number,
  byKey: boolean,
): string {
  return `
with tail as materialized (
  select * from income_tail() t
   where starts_with(t.division_code, :prefix) and (:category = '' or t.category = :category)
     and (:period = 0 or starts_with(to_char(t.sold_on, 'YYYYMM'), cast(:period as text)))),
known as (
  select distinct ${tail_key} as key, t.household_id, 0 as whole from tail t where t.fresh
  union all
  select distinct null, t.household_id, 1 from tail t where t.fresh),
parts (key, whole, households, credits, ${ROLLUP_SUMS.join(", ")}, newest_on) as (
  select ${key}, 0, ${ROLLED} from income_rollup r where ${where}
  union all
  select null, 1, ${ROLLED} from income_rollup r
   where r.depth = ${depth.toString()} and r.category = :category and r.scope_code = :prefix and r.period = :period
  union all
  select ${tail_key}, grouping(${tail_key}), ${LATE} from tail t group by grouping sets ((${tail_key}), ())
  union all
  select n.key, n.whole, ${NEW_HOUSEHOLD} from known n
   where not case when n.whole = 1 then income_seen(n.household_id, :prefix, :category, :period)
                  else income_seen(n.household_id, ${seen}) end)
select x.*, ${label} as label from (
  select key, whole, ${SUMS}, cast(max(newest_on) as text) as newest_on
    from parts group by key, whole having sum(credits) > 0) x
 order by ${byKey ? "x.key" : "x.credited_fen - x.reversed_fen desc, x.key"}
 limit 5001`;
}

const rolledRow = summaryDatabaseRow.extend({ newest_on: z.string().nullable() });

/**
 * Answers from the roll-ups.
 *
 * @param scope container
 * @param prefix 2, 4, 6 or 9 digits that the caller may see
 * @param question what the roll-ups can answer
 * @returns null when something was sold after the last day asked for, so that the days must be read themselves
 */
export async function rolledSummary(
  scope: MedusaContainer,
  prefix: string,
  question: RolledQuestion,
): Promise<Reply<"GET /official/income/summary"> | null> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { category, period, not_after } = question;
  const sql = sqlOf(groupingOf(question, prefix), prefix.length, question.group_by === "month");
  const { rows } = await pg.raw<{ rows: unknown[] }>(sql, { prefix, category, period });
  const found = z.array(rolledRow).parse(rows);
  const newest_on = found.find((row) => row.whole === 1)?.newest_on ?? null;
  if (not_after !== null && newest_on !== null && newest_on > not_after) return null;
  return summaryOf(found);
}

/** Income summed credit by credit: any filter, any span of days, any past instant. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { SummaryQuery } from "../../contract/income";
import type { Reply } from "../../contract/routes";
import { standingOf } from "./standing";
import { childDigits, summaryDatabaseRow, summaryOf } from "./summary-row";

interface Grouping {
  key: string;
  label: string;
  join: string;
}

// A credit of a payroll or contract entry has no order line.
const LINE = "left join sale_line l on l.order_line_id = b.order_line_id";

/** Key, label and join of a grouping; the division grouping goes one level below the prefix. */
function groupingOf(group_by: SummaryQuery["group_by"], prefix: string): Grouping {
  switch (group_by) {
    case "division": {
      // A bound parameter would be two in SELECT and GROUP BY, so the constant itself goes into the text.
      const key = `rpad(left(b.division_code, ${childDigits(prefix).toString()}), 12, '0')`;
      return { key, label: "max(d.name)", join: `left join division d on d.code = ${key}` };
    }
    case "month":
      return {
        key: "to_char(b.sold_on, 'YYYY-MM')",
        label: "to_char(b.sold_on, 'YYYY-MM')",
        join: "",
      };
    case "household":
      return {
        key: "b.household_id",
        label: "max(c.alias)",
        join: "join income_credit c on c.id = b.credit_id",
      };
    case "product":
      return { key: "b.product_id", label: "max(l.product_title)", join: LINE };
    case "cooperative":
      return {
        key: "b.cooperative_id",
        label: "coalesce(max(l.cooperative_name), max(o.name))",
        join: `${LINE} left join cooperative o on o.id = b.cooperative_id`,
      };
    case "category":
      return { key: "b.category", label: "b.category", join: "" };
  }
}

/**
 * Sums credits under a prefix. Division, filters and days are applied in the query, not after it.
 *
 * @param scope container
 * @param prefix division-code prefix that the caller may see; never wider than the caller's own
 * @param query grouping, filters, and the past instant if one is asked for
 * @returns rows in the order of their keys (months) or of their amount, and a total over all of them
 */
export async function exactSummary(
  scope: MedusaContainer,
  prefix: string,
  query: SummaryQuery,
): Promise<Reply<"GET /official/income/summary">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { key, label, join } = groupingOf(query.group_by, prefix);
  const filters = filtersOf(query);
  const standing = standingOf(query, `b.division_code like :prefix || '%' ${filters.sql}`);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select ${key} as key, ${label} as label, grouping(${key}) as whole,
            count(distinct b.household_id) as households, count(*) as credits,
            coalesce(sum(b.expected_fen), 0) as expected_fen, coalesce(sum(b.earned_fen), 0) as earned_fen,
            coalesce(sum(b.settled_fen), 0) as settled_fen, coalesce(sum(b.paid_fen), 0) as paid_fen,
            coalesce(sum(b.confirmed_fen), 0) as confirmed_fen, coalesce(sum(b.reversed_fen), 0) as reversed_fen,
            coalesce(sum(b.settled_fen + b.paid_fen + b.confirmed_fen) filter (where not b.countable), 0) as uncounted_fen
       from (${standing.sql}) b ${join}
      where b.credited_fen > 0
      group by grouping sets ((${key}), ())
      order by ${query.group_by === "month" ? "1" : "sum(b.credited_fen - b.reversed_fen) desc, 1"}
      limit 5001`,
    { prefix, ...filters.values, ...standing.values },
  );
  return summaryOf(z.array(summaryDatabaseRow).parse(rows));
}

function filtersOf(query: SummaryQuery): { sql: string; values: Record<string, string> } {
  const wanted = [
    ["b.sold_on >= cast(:from as date)", "from", query.from],
    ["b.sold_on <= cast(:to as date)", "to", query.to],
    ["b.product_id = :product_id", "product_id", query.product_id],
    ["b.cooperative_id = :cooperative_id", "cooperative_id", query.cooperative_id],
    ["b.household_id = :household_id", "household_id", query.household_id],
    ["b.category = :category", "category", query.category],
  ] as const;
  const set = wanted.flatMap(([sql, name, value]) =>
    value === undefined ? [] : [{ sql, name, value }],
  );
  return {
    sql: set.map(({ sql }) => `and ${sql}`).join(" "),
    values: Object.fromEntries(set.map(({ name, value }) => [name, value])),
  };
}

/** Income by division, month, household, product, cooperative or category, under one division prefix. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { summaryRowSchema, type SummaryQuery, type SummaryRow } from "../../contract/income";
import type { Reply } from "../../contract/routes";

const row = summaryRowSchema.extend({
  key: z.string().nullable(),
  label: z.string().nullable(),
  households: z.coerce.number().int(),
  credits: z.coerce.number().int(),
  expected_fen: z.coerce.number().int(),
  earned_fen: z.coerce.number().int(),
  settled_fen: z.coerce.number().int(),
  paid_fen: z.coerce.number().int(),
  confirmed_fen: z.coerce.number().int(),
  reversed_fen: z.coerce.number().int(),
});

// The children of a county are its townships, those of a township its villages.
const CHILD_DIGITS = [2, 4, 6, 9, 12] as const;

interface Grouping {
  key: string;
  label: string;
  join: string;
}

const LINE = "join sale_line l on l.order_line_id = b.order_line_id";

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
      return { key: "b.cooperative_id", label: "max(l.cooperative_name)", join: LINE };
    case "category":
      return { key: "b.category", label: "b.category", join: "" };
  }
}

/**
 * Sums credits under a prefix. Division, filters and days are applied in the query, not after it.
 *
 * @param scope container
 * @param prefix division-code prefix that the caller may see; never wider than the caller's own
 * @param query grouping and filters
 * @returns rows in the order of their keys (months) or of their amount, and a total over all of them
 */
export async function incomeSummary(
  scope: MedusaContainer,
  prefix: string,
  query: SummaryQuery,
): Promise<Reply<"GET /official/income/summary">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { key, label, join } = groupingOf(query.group_by, prefix);
  const filters = filtersOf(query);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select ${key} as key, ${label} as label, grouping(${key}) as whole,
            count(distinct b.household_id) as households, count(*) as credits,
            coalesce(sum(b.expected_fen), 0) as expected_fen, coalesce(sum(b.earned_fen), 0) as earned_fen,
            coalesce(sum(b.settled_fen), 0) as settled_fen, coalesce(sum(b.paid_fen), 0) as paid_fen,
            coalesce(sum(b.confirmed_fen), 0) as confirmed_fen, coalesce(sum(b.reversed_fen), 0) as reversed_fen
       from credit_balance b ${join}
      where b.division_code like :prefix || '%' and b.credited_fen > 0 ${filters.sql}
      group by grouping sets ((${key}), ())
      order by ${query.group_by === "month" ? "1" : "sum(b.credited_fen - b.reversed_fen) desc, 1"}
      limit 5001`,
    { prefix, ...filters.values },
  );
  const found = z.array(row.extend({ whole: z.coerce.number() })).parse(rows);
  const plain = (r: z.infer<typeof row>): SummaryRow => ({
    ...r,
    key: r.key ?? "",
    label: r.label ?? r.key ?? "",
  });
  const total = found.find((r) => r.whole === 1);
  return {
    rows: found.filter((r) => r.whole === 0).map(plain),
    total: total ? { ...plain(total), key: "total", label: "" } : EMPTY,
  };
}

const EMPTY: SummaryRow = {
  key: "total",
  label: "",
  households: 0,
  credits: 0,
  expected_fen: 0,
  earned_fen: 0,
  settled_fen: 0,
  paid_fen: 0,
  confirmed_fen: 0,
  reversed_fen: 0,
};

function childDigits(prefix: string): number {
  return CHILD_DIGITS.find((digits) => digits > prefix.length) ?? 12;
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

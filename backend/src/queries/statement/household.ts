/** A household's statement: its states, its categories, what was taken off on the way, per head. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { Statement } from "../../contract/statement";
import { creditStates, incomeCategories } from "../../contract/words";
import type { HouseholdFile } from "../../modules/household";
import { everyState, lineRow, totalOf } from "./account-lines";
import type { Book } from "./book";
import { closedMonths } from "./closed-months";
import { CATEGORIES, DEDUCTIONS, ENTRIES, STATES } from "./household-sql";
import { daysBetween, memberDays, perHead } from "./members";
import { daysOf, monthOf, nextPeriod, type Span } from "./span";

const fen = z.coerce.number().int();
const categoryRow = z.object({
  category: z.enum(incomeCategories),
  credited_fen: fen,
  reversed_fen: fen,
  counted_fen: fen,
  uncountable_fen: fen,
  year_fen: fen,
});
const partRow = z.object({ part: z.string(), amount_fen: fen });

/** Whose statement it is, as the file says. */
export type Subject = Pick<
  HouseholdFile,
  "id" | "code" | "head_name" | "division_code" | "members" | "member_count"
> & { place: string };

/**
 * Reads a household's statement and where its entries are.
 *
 * @param trx one view of the ledger for all figures
 * @param household from the file, which the caller may read
 */
export async function householdStatement(
  trx: Knex.Transaction,
  household: Subject,
  span: Span,
): Promise<{ statement: Statement; book: Book }> {
  const accounts = creditStates.map((state) => `household:${household.id}:${state}`);
  const whose = { accounts, household_id: household.id };
  const year = nextPeriod(span.to, -11);
  const states = await trx.raw<{ rows: unknown[] }>(STATES, { ...whose, ...span });
  const lines = everyState(z.array(lineRow).parse(states.rows));
  const total = totalOf(lines);
  const found = await trx.raw<{ rows: unknown[] }>(CATEGORIES, { ...whose, year, ...span });
  const byCategory = z.array(categoryRow).parse(found.rows);
  const parts = await trx.raw<{ rows: unknown[] }>(DEDUCTIONS, {
    household_id: household.id,
    ...span,
  });
  const statement: Statement = {
    subject: "household",
    id: household.id,
    name: household.head_name,
    place: household.place,
    code: household.code,
    from: monthOf(span.from),
    to: monthOf(span.to),
    closed_months: await closedMonths(trx, household.division_code, span),
    accounts: lines,
    total,
    categories: categoriesOf(byCategory),
    deductions: deductionsOf(z.array(partRow).parse(parts.rows)),
    per_head: perHeadOf(household, span, year, byCategory),
    counterparts: [],
  };
  const bindings = { ...whose, opening_fen: total.opening_fen, ...span };
  return { statement, book: { sql: ENTRIES, bindings } };
}

function categoriesOf(rows: readonly z.infer<typeof categoryRow>[]): Statement["categories"] {
  return incomeCategories.map((category) => {
    const found = rows.find((row) => row.category === category);
    return {
      category,
      credited_fen: found?.credited_fen ?? 0,
      reversed_fen: found?.reversed_fen ?? 0,
      counted_fen: found?.counted_fen ?? 0,
      uncountable_fen: found?.uncountable_fen ?? 0,
    };
  });
}

/** Gross is everything that was paid for the household's part; what is not the household's was taken off. */
function deductionsOf(rows: readonly z.infer<typeof partRow>[]): Statement["deductions"] {
  const net_fen = rows.find(({ part }) => part === "household")?.amount_fen ?? 0;
  const parts = rows.filter(({ part }) => part !== "household");
  const gross_fen = parts.reduce((sum, { amount_fen }) => sum + amount_fen, net_fen);
  return { gross_fen, parts, net_fen };
}

function perHeadOf(
  household: Subject,
  span: Span,
  year: number,
  rows: readonly z.infer<typeof categoryRow>[],
): Statement["per_head"] {
  const divided = (amount_fen: number, over: Span) => {
    const { first, after } = daysOf(over);
    return perHead(
      amount_fen,
      daysBetween(first, after),
      memberDays(household.members, first, after),
    );
  };
  const { first, after } = daysOf(span);
  const together = memberDays(household.members, first, after);
  return {
    members: household.member_count,
    average_members_percent: Math.round((100 * together) / daysBetween(first, after)),
    span_fen: divided(
      rows.reduce((sum, row) => sum + row.counted_fen, 0),
      span,
    ),
    year_fen: divided(
      rows.reduce((sum, row) => sum + row.year_fen, 0),
      { from: year, to: span.to },
    ),
  };
}

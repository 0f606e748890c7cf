/** A cooperative's statement: what its sales took in, what is its own, what it owes and paid to households. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { counterpartSchema, type AccountLine, type Statement } from "../../contract/statement";
import { refuse } from "../../refuse";
import { everyState, lineRow, totalOf } from "./account-lines";
import type { Book } from "./book";
import { closedMonths } from "./closed-months";
import { ACCOUNTS, ENTRIES, HOUSEHOLDS } from "./cooperative-sql";
import { monthOf, type Span } from "./span";

const fen = z.coerce.number().int();
const householdRow = counterpartSchema.extend({
  opening_fen: fen,
  credited_fen: fen,
  reversed_fen: fen,
  paid_fen: fen,
  owed_fen: fen,
});
const cooperativeRow = z.object({
  id: z.string(),
  name: z.string(),
  division_code: z.string(),
  place: z.string(),
});

const OWN_KINDS = [
  "service",
  "packing",
  "freight",
  "borne",
  "wages",
  "land_rent",
  "dividend",
  "bonus",
] as const;

/** Which cooperative, and whose households may be named. */
export interface CooperativeAsked {
  id: string;
  /** Where the cooperative must have its seat; empty for everywhere. */
  seat: string;
  /** Where households are named; empty for everywhere, a word that begins no code for nowhere. */
  prefix: string;
}

/**
 * Reads a cooperative's statement and where its entries are.
 *
 * @throws refusal `not_found` when there is none, or not at that seat
 */
export async function cooperativeStatement(
  trx: Knex.Transaction,
  asked: CooperativeAsked,
  span: Span,
): Promise<{ statement: Statement; book: Book }> {
  const found = await trx.raw<{ rows: unknown[] }>(
    `select c.id, c.name, c.division_code, coalesce(d.name, c.division_code) as place
       from cooperative c left join division d on d.code = c.division_code
      where c.id = :id and starts_with(c.division_code, :seat)`,
    { id: asked.id, seat: asked.seat },
  );
  const [cooperative] = z.array(cooperativeRow).parse(found.rows);
  if (!cooperative) throw refuse("not_found");
  const accounts = OWN_KINDS.map((kind) => `${kind}:${cooperative.id}`);
  const bindings = { accounts, cooperative_id: cooperative.id, prefix: asked.prefix, ...span };
  const lines = await trx.raw<{ rows: unknown[] }>(ACCOUNTS, bindings);
  const households = await trx.raw<{ rows: unknown[] }>(HOUSEHOLDS, bindings);
  const parsed = z.array(lineRow).parse(lines.rows);
  const shown = [...everyState(parsed), ...parsed.filter(({ kind }) => kind !== "household")];
  const total = totalOf(shown);
  const statement: Statement = {
    subject: "cooperative",
    id: cooperative.id,
    name: cooperative.name,
    place: cooperative.place,
    code: null,
    from: monthOf(span.from),
    to: monthOf(span.to),
    closed_months: await closedMonths(trx, cooperative.division_code, span),
    accounts: shown,
    total,
    categories: [],
    deductions: salesOf(shown),
    per_head: null,
    counterparts: z.array(householdRow).parse(households.rows),
  };
  return {
    statement,
    book: { sql: ENTRIES, bindings: { ...bindings, opening_fen: total.opening_fen } },
  };
}

/** What came in over the span by part; the households' share is what is left of it. */
function salesOf(lines: readonly AccountLine[]): Statement["deductions"] {
  const net = (line: AccountLine) => line.in_fen - line.out_fen;
  const parts = lines
    .filter(({ kind }) => kind !== "household")
    .map((line) => ({ part: line.kind, amount_fen: net(line) }));
  const net_fen = lines
    .filter(({ kind }) => kind === "household")
    .reduce((sum, line) => sum + net(line), 0);
  const gross_fen = parts.reduce((sum, { amount_fen }) => sum + amount_fen, net_fen);
  return { gross_fen, parts, net_fen };
}

/** Writes a settlement with its lines: a credit that stands in another live line refuses all of it. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import { refuse } from "../../refuse";
import type { NewLine, NewSettlement, Person } from "./rows";

/** What the driver answers. */
export interface Rows<T> {
  rows: T[];
}

const sumOf = (line: NewLine): number => line.credits.reduce((sum, one) => sum + one.amount_fen, 0);

/**
 * Writes a draft.
 *
 * @throws refusal `nothing_payable`, `credit_in_settlement`
 */
export async function insertSettlement(
  trx: Knex.Transaction,
  draft: NewSettlement,
): Promise<{ id: string; number: string }> {
  const id = generateEntityId(undefined, "stl");
  const paid = draft.lines.filter((line) => line.left_out === null);
  const total_fen = paid.reduce((sum, line) => sum + sumOf(line), 0);
  if (total_fen <= 0) throw refuse("nothing_payable");
  const number = await nextNumber(trx, draft.cooperative_id, draft.to_on.slice(0, 7));
  await trx.raw(
    `insert into settlement (id, cooperative_id, division_code, number, from_on, to_on, total_fen, prepared_by,
       prepared_role, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[
        id,
        draft.cooperative_id,
        draft.division_code,
        number,
        draft.from_on,
        draft.to_on,
        total_fen,
      ],
      ...[draft.by.id, draft.by.role, draft.at],
    ],
  );
  await insertLines(trx, { id, number }, draft);
  await writeStep(trx, { settlement_id: id, verb: "prepare", by: draft.by, at: draft.at });
  return { id, number };
}

/** Counts up within a cooperative and a month; the lock lasts until the transaction ends. */
async function nextNumber(
  trx: Knex.Transaction,
  cooperative_id: string,
  month: string,
): Promise<string> {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 11))", [
    `settlement:${cooperative_id}`,
  ]);
  const head = `JS${month.replace("-", "")}-`;
  const found = await trx.raw<Rows<{ n: number }>>(
    "select count(*)::int as n from settlement where cooperative_id = ? and starts_with(number, ?)",
    [cooperative_id, head],
  );
  return head + String((found.rows[0]?.n ?? 0) + 1).padStart(3, "0");
}

async function insertLines(
  trx: Knex.Transaction,
  { id: settlement_id, number }: { id: string; number: string },
  draft: NewSettlement,
): Promise<void> {
  const lines = draft.lines.map((line, at) => {
    const reference = `${number}-${String(at + 1).padStart(4, "0")}`;
    const { credits: _credits, left_out, ...face } = line;
    const state = left_out === null ? "pending" : "left_out";
    const id = generateEntityId(undefined, "stll");
    const amount_fen = sumOf(line);
    return {
      ...face,
      id,
      settlement_id,
      position: at + 1,
      reference,
      state,
      reason: left_out,
      amount_fen,
    };
  });
  await trx.raw(
    `insert into settlement_line (id, settlement_id, cooperative_id, position, household_id, alias, division_code,
       amount_fen, reference, reference_key, state, reason, payee_masked, payee_mark, card_masked, bank_name,
       card_id, recipient_id, recipient_relation, changed_at)
     select id, settlement_id, ?, position, household_id, alias, division_code, amount_fen, reference, reference, state,
       reason, payee_masked, payee_mark, card_masked, bank_name, card_id, recipient_id, recipient_relation,
       ?::timestamptz
     from jsonb_to_recordset(?::jsonb) as r(id text, settlement_id text, position int, household_id text, alias text,
       division_code text, amount_fen bigint, reference text, state text, reason text, payee_masked text,
       payee_mark text, card_masked text, bank_name text, card_id text, recipient_id text, recipient_relation text)`,
    [draft.cooperative_id, draft.at, JSON.stringify(lines)],
  );
  const items = draft.lines.flatMap((line, at) =>
    line.left_out === null ? line.credits.map((one) => ({ ...one, line_id: lines[at]?.id })) : [],
  );
  await insertItems(trx, items);
}

async function insertItems(trx: Knex.Transaction, items: readonly object[]): Promise<void> {
  try {
    // In the order of the credits, so that two that share some wait for each other in one direction.
    await trx.raw(
      `insert into settlement_item (line_id, credit_id, amount_fen)
       select line_id, credit_id, amount_fen
       from jsonb_to_recordset(?::jsonb) as r(line_id text, credit_id text, amount_fen bigint) order by credit_id`,
      [JSON.stringify(items)],
    );
  } catch (error) {
    if (isDuplicate(error)) throw refuse("credit_in_settlement");
    throw error;
  }
}

/** PostgreSQL's code for a broken unique index. */
export function isDuplicate(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "23505";
}

/** A step to write down. */
export interface Step {
  settlement_id: string;
  line_id?: string | undefined;
  verb: string;
  by: Person;
  reason?: string | undefined;
  at: string;
}

/** Writes down who did what; never changed afterwards. */
export async function writeStep(trx: Knex, step: Step): Promise<void> {
  const { settlement_id, line_id, verb, by, reason, at } = step;
  await trx.raw(
    `insert into settlement_step (settlement_id, line_id, verb, by_id, by_name, by_role, reason, at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [settlement_id, line_id ?? null, verb, by.id, by.name, by.role, reason ?? null, at],
  );
}

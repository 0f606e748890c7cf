/** The calls of the ledger's functions in the database, and what they answer. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { Fen } from "../../contract/money";
import { refuse } from "../../refuse";
import type { CreditFilter, Move, Moved, Posted, Posting, TransactionHead } from "./types";
import { type Argument, captureArguments, legsOf } from "./documents";
import { earlierHashOfMove, hashOfMove } from "./known";

/** A connection, or a transaction on one. */
export type Asked = Knex | Knex.Transaction;

/** Serialises everything that posts for one order, across processes, until the transaction ends. */
export async function lockOrder(trx: Knex.Transaction, order_id: string): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 7))", [`ledger:${order_id}`]);
}

const seq = z.coerce.number().int();
const fen = z.coerce.number().int();
const postedRow = z.object({ result: z.object({ seq, replayed: z.boolean() }) });
const capturedRow = z.object({ seq });

/**
 * Posts one transaction through the database's posting function, in one round trip.
 *
 * @throws refusal `ledger_key_reused`; an error that `movedOn` knows when the ground is no longer true
 */
export async function post(
  pg: Asked,
  head: TransactionHead,
  postings: readonly Posting[],
): Promise<Posted> {
  const capture = captureArguments(head, postings);
  if (capture) return postCapture(pg, head.key, capture);
  const row = await call(pg, "select ledger_post(?::jsonb) as result", head.key, {
    ...head,
    postings: legsOf(postings),
  });
  return postedRow.parse(row).result;
}

const CAPTURE = "select ledger_capture(?, ?, ?, ?, ?, ?, ?, ?, ?) as seq";

async function postCapture(pg: Asked, key: string, capture: readonly Argument[]): Promise<Posted> {
  const found = capturedRow.parse(await callWith(pg, CAPTURE, key, capture)).seq;
  return { seq: Math.abs(found), replayed: found < 0 };
}

const movedRow = z.object({
  result: z.union([
    z.object({ moved: z.number().int(), amount_fen: fen }),
    z.object({ differs: z.literal(true), due_fen: fen }),
  ]),
});

/** Moves credits in the database; see the service's method. */
export async function move(
  pg: Asked,
  asked: Move,
  filter: CreditFilter,
  expected_fen?: Fen,
): Promise<Moved> {
  const row = await call(pg, "select ledger_move(?::jsonb) as result", asked.key, {
    ...moveHead(asked, filter),
    earlier_hash: earlierHashOfMove(asked),
    filter,
    expected_fen,
  });
  const { result } = movedRow.parse(row);
  if ("differs" in result) {
    throw refuse("amount_differs", { field: "amount_fen", due_fen: result.due_fen });
  }
  return { moved: result.moved, amount_fen: result.amount_fen };
}

const dueRow = z.object({
  result: z.object({ taken: z.number().int(), moved: z.number().int(), amount_fen: fen }),
});

/** Settles one batch of credits whose return window is over. */
export async function moveDue(
  pg: Asked,
  asked: Move,
  most: number,
): Promise<Moved & { taken: number }> {
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    "select ledger_move_due(?::jsonb, ?) as result",
    [JSON.stringify(moveHead(asked, {})), most],
  );
  return dueRow.parse(rows[0]).result;
}

function moveHead(asked: Move, filter: CreditFilter): object {
  const { at, ...head } = asked;
  return { ...head, occurred_at: at, hash: hashOfMove(asked, filter) };
}

/** Calls a function that takes a document. @throws refusal `ledger_key_reused` */
export function call(pg: Asked, sql: string, key: string, document: object): Promise<unknown> {
  return callWith(pg, sql, key, [JSON.stringify(document)]);
}

/** Calls a function with arguments. @throws refusal `ledger_key_reused` */
export async function callWith(
  pg: Asked,
  sql: string,
  key: string,
  values: readonly Argument[],
): Promise<unknown> {
  try {
    const { rows } = await pg.raw<{ rows: unknown[] }>(sql, [...values]);
    return rows[0];
  } catch (error) {
    if (error instanceof Error && error.message.includes("yigou:ledger_key_reused")) {
      throw refuse("ledger_key_reused", { key });
    }
    throw error;
  }
}

const databaseError = z.object({ code: z.string(), constraint: z.string().optional() });

/** Serialization failure, deadlock: nothing was done, and doing it again may work. */
const PASSING = ["40001", "40P01"];

/** Whether another transaction came in between: the ground must be read again. */
export function movedOn(error: unknown): boolean {
  const { data } = databaseError.safeParse(error);
  return (
    data !== undefined &&
    (PASSING.includes(data.code) || data.constraint === "ledger_transaction_movement")
  );
}

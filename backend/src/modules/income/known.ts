/** Idempotency: transactions are compared by what caused them, never by what was computed from it. */
import { createHash } from "node:crypto";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { refuse } from "../../refuse";
import type { Move, Moved, Movement, Posted } from "./types";

/** The head of a capture's or a refund's transaction. */
export function headOf(
  kind: "capture" | "refund",
  { id, payment_id, order_id, amount_fen, at }: Movement,
) {
  const hash = hashOf({ kind, id, payment_id, order_id, amount_fen });
  return {
    key: `${kind}:${id}`,
    hash,
    kind,
    order_id,
    payment_id,
    source_id: id,
    amount_fen,
    occurred_at: at,
  };
}

/** The hash by which a move is compared. */
export function hashOfMove(move: Move): string {
  return hashOf(moveInput(move));
}

function moveInput({ key, kind, from, to, facts }: Move) {
  return { key, kind, from, to, facts };
}

/** SHA-256 of the input, in hex. */
function hashOf(input: unknown): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("hex");
}

/** The transaction of a key, when it was posted before. @throws refusal `ledger_key_reused` */
export async function knownPosting(
  trx: Knex.Transaction,
  key: string,
  hash: string,
): Promise<Posted | null> {
  const row = await trx<{ seq: string; input_hash: string; idempotency_key: string }>(
    "ledger_transaction",
  )
    .where({ idempotency_key: key })
    .first();
  if (!row) return null;
  if (row.input_hash !== hash) throw refuse("ledger_key_reused", { key });
  return { seq: Number(row.seq), replayed: true };
}

/** What a move did when it was posted before. */
export async function knownMove(trx: Knex.Transaction, move: Move): Promise<Moved | null> {
  const known = await knownPosting(trx, move.key, hashOfMove(move));
  if (!known) return null;
  const row = await trx<{ seq: number; amount_fen: string; facts: { credits: number } }>(
    "ledger_transaction",
  )
    .where({ seq: known.seq })
    .first();
  return { moved: row?.facts.credits ?? 0, amount_fen: Number(row?.amount_fen ?? 0) };
}

/** Idempotency: transactions are compared by what caused them, never by what was computed from it. */
import { createHash } from "node:crypto";

import type { Move, Movement } from "./types";

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
export function hashOfMove({ key, kind, from, to, facts }: Move): string {
  return hashOf({ key, kind, from, to, facts });
}

/** SHA-256 of the input, in hex. */
export function hashOf(input: unknown): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("hex");
}

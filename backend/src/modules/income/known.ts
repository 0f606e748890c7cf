/** Idempotency: transactions are compared by what caused them, never by what was computed from it. */
import { createHash } from "node:crypto";

import type { CreditFilter, Move, Movement } from "./types";

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

/** The hash by which a move is compared: what it does, and to which credits. */
export function hashOfMove({ key, kind, from, to, facts }: Move, filter: CreditFilter): string {
  return hashOf({ key, kind, from, to, facts, filter: inOrder(filter) });
}

/** The hash that moves had until it covered their credits; who told one then may tell it again. */
export function earlierHashOfMove({ key, kind, from, to, facts }: Move): string {
  return hashOf({ key, kind, from, to, facts });
}

/** The same credits are the same filter, in whatever order it names them. */
function inOrder(filter: CreditFilter): [string, string | readonly string[]][] {
  return Object.entries<string | readonly string[] | undefined>({ ...filter })
    .flatMap(([name, value]): [string, string | readonly string[]][] =>
      value === undefined ? [] : [[name, typeof value === "string" ? value : [...value].sort()]],
    )
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** SHA-256 of the input, in hex. */
export function hashOf(input: unknown): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("hex");
}

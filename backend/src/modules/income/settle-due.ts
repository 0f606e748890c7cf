/** Settling in batches: many credits in one transaction, several transactions for all of them. */
import { randomUUID } from "node:crypto";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { movedOn, moveDue } from "./statements";
import type { Moved } from "./types";

/** What is to be settled. */
export interface SettleDue {
  /** ISO instant: windows that have ended by then. */
  now: string;
  /** Credits in one transaction, at least one. */
  batch: number;
  /** Called after each batch with what is done so far. */
  onProgress?: (done: Moved) => void;
}

/** A batch that meets a session with the same credits is tried again at most so often. */
const TRIES = 5;

/**
 * Settles what is due until nothing is left that no other session holds.
 *
 * @returns how many credits moved and how much, in how many transactions
 */
export async function settleDue(
  pg: Knex,
  { now, batch, onProgress }: SettleDue,
): Promise<Moved & { batches: number }> {
  const done = { moved: 0, amount_fen: 0, batches: 0 };
  for (;;) {
    const { taken, moved, amount_fen } = await settleBatch(pg, now, batch);
    if (taken === 0) return done;
    done.moved += moved;
    done.amount_fen += amount_fen;
    done.batches += moved > 0 ? 1 : 0;
    onProgress?.({ moved: done.moved, amount_fen: done.amount_fen });
  }
}

async function settleBatch(pg: Knex, now: string, batch: number) {
  // NOTE: the key is new in every batch. What keeps a credit from being settled twice is that it holds
  // nothing in `earned` any more, whoever comes second.
  const key = `settle:due:${now}:${randomUUID()}`;
  const head = {
    key,
    kind: "settle",
    from: "earned",
    to: "settled",
    at: now,
    order_id: null,
    cause: "return_window_over",
    facts: {},
  } as const;
  for (let tries = 1; ; tries++) {
    try {
      return await moveDue(pg, head, batch);
    } catch (error) {
      if (!movedOn(error) || tries === TRIES) throw error;
    }
  }
}

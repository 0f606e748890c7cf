/**
 * Posting on a ground that may move: first without a lock, since two movements of one order at once are
 * rare; when another came in between, once more behind the order's lock, where at most a few may interfere.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { refuse } from "../../refuse";
import { readGround, type Ground } from "./ground";
import { lockOrder, movedOn, post, type Asked } from "./statements";
import type { Posted, Posting, TransactionHead } from "./types";

/** A transaction to post for an order. */
export interface Recording {
  head: Omit<TransactionHead, "facts"> & { order_id: string };
  facts: (ground: Ground) => object;
  /** Computes the legs; throws a refusal when the ground does not allow them. */
  legs: (ground: Ground) => readonly Posting[];
  /** Whether the legs depend on what credits hold in which state. */
  bySeen: boolean;
  /** Whether the transaction names the capture that it goes back to. */
  goesBack?: boolean;
}

const TRIES = 5;

/**
 * Posts a capture, a refund or another transaction that is computed on an order's standing, once.
 *
 * @throws refusal `ledger_key_reused`, and what `record.legs` throws
 */
export async function recordOnce(pg: Knex, record: Recording): Promise<Posted> {
  try {
    return await attempt(pg, record);
  } catch (error) {
    if (!movedOn(error)) throw error;
  }
  for (let tries = 1; ; tries++) {
    try {
      return await pg.transaction(async (trx) => {
        await lockOrder(trx, record.head.order_id);
        return attempt(trx, record);
      });
    } catch (error) {
      if (!movedOn(error) || tries === TRIES) throw error;
    }
  }
}

async function attempt(
  pg: Asked,
  { head, facts, legs, bySeen, goesBack }: Recording,
): Promise<Posted> {
  const ground = await readGround(pg, head.order_id, head.key);
  if (ground.known) {
    if (ground.known.hash !== head.hash) throw refuse("ledger_key_reused", { key: head.key });
    return { seq: ground.known.seq, replayed: true };
  }
  const precondition = {
    movement_no: ground.movements + 1,
    ...(bySeen ? { seen: ground.versions } : {}),
    ...(goesBack && ground.first_capture !== null ? { reverses_seq: ground.first_capture } : {}),
  };
  return post(pg, { ...head, facts: facts(ground), ...precondition }, legs(ground));
}

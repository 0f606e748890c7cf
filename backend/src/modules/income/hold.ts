/** What is on its way to a household through a bank: held, so that no refund takes it back meanwhile. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { Fen } from "../../contract/money";

/** A credit and how much of what is settled on it is held. */
export interface Hold {
  credit_id: string;
  /** Whole fen, above zero. */
  amount_fen: Fen;
  /** For what, such as the line of a settlement. */
  holder: string;
}

const heldRow = z.object({ result: z.object({ short: z.array(z.string()) }) });

/** Credits of one call; row locks of so many are held at once. */
const BATCH = 500;

/**
 * Holds amounts, batch by batch; the same holds again change nothing.
 *
 * @returns credits that hold less than asked or are held for something else; nothing of their batch is held
 */
export async function hold(pg: Knex, holds: readonly Hold[]): Promise<string[]> {
  for (let at = 0; at < holds.length; at += BATCH) {
    const { rows } = await pg.raw<{ rows: unknown[] }>(
      "select ledger_hold(cast(? as jsonb)) as result",
      [JSON.stringify(holds.slice(at, at + BATCH))],
    );
    const { short } = heldRow.parse(rows[0]).result;
    if (short.length > 0) return short;
  }
  return [];
}

/** Lets go of what is held; safe to repeat. */
export async function release(pg: Knex, holders: readonly string[]): Promise<void> {
  await pg.raw("select ledger_release(cast(? as text[]))", [[...holders]]);
}

/** Keeps the roll-ups in step with the postings, builds them anew, and compares them with a recomputation. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

/** What one roll did. */
export interface Rolled {
  /** Another runner is at work: nothing was done. */
  busy: boolean;
  transactions: number;
  /** There is more to roll right away. */
  more: boolean;
}

const rolledRow = z.object({
  rolled: z.object({ busy: z.boolean(), transactions: z.coerce.number().int(), more: z.boolean() }),
});

/**
 * Rolls up what became final since the last time. One runner at a time, across processes: the mark's row is
 * its lease, which the database frees when the runner dies.
 *
 * @param most transactions at once, above zero
 */
export async function rollUp(pg: Knex, most: number): Promise<Rolled> {
  const { rows } = await pg.raw<{ rows: unknown[] }>("select income_roll_up(?) as rolled", [most]);
  const [row] = z.array(rolledRow).parse(rows);
  return row?.rolled ?? { busy: false, transactions: 0, more: false };
}

/** How far a rebuild has come. */
export interface RebuildProgress {
  transactions: number;
  of: number;
}

/** At most so many transactions at once: what a rebuild keeps in memory. */
const CHUNK = 20_000;

/**
 * Empties the roll-ups and builds them from the first posting on. Readers stay exact meanwhile: what is not
 * rolled up is read from the postings. Running it again, or after it was interrupted, gives the same.
 *
 * @param tell hears of the progress after each chunk
 * @returns how many transactions were rolled up
 */
export async function rebuildRollups(
  pg: Knex,
  tell: (progress: RebuildProgress) => void,
): Promise<number> {
  await pg.raw("select income_rollup_reset()");
  const counted: unknown = await pg("ledger_transaction").count({ of: "*" }).first();
  const { of } = z.object({ of: z.coerce.number().int() }).parse(counted);
  for (let transactions = 0; ;) {
    const rolled = await rollUp(pg, CHUNK);
    transactions += rolled.transactions;
    tell({ transactions, of });
    if (!rolled.more && !rolled.busy) return transactions;
  }
}

const driftRow = z.object({
  source: z.string(),
  key: z.string(),
  rolled: z.unknown(),
  recomputed: z.unknown(),
});

/** A row of a roll-up that differs from what the postings say. */
export type Drift = z.infer<typeof driftRow>;

/**
 * Recomputes the roll-ups by plain aggregation, up to their mark, in one statement.
 *
 * @param most at most so many differences of each table
 * @returns none when all is well
 */
export async function rollupDrift(pg: Knex, most: number): Promise<Drift[]> {
  const { rows } = await pg.raw<{ rows: unknown[] }>("select * from income_rollup_drift(?)", [
    most,
  ]);
  return z.array(driftRow).parse(rows);
}

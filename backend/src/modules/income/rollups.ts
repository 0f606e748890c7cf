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

/** What a rebuild does, in this order. */
export const rebuildSteps = [
  "standing of credits",
  "sums by household",
  "sums by place",
  "movement by month",
] as const;

/** A step of a rebuild that is done. */
export interface RebuildProgress {
  step: (typeof rebuildSteps)[number];
  rows: number;
  ms: number;
}

/**
 * Computes the roll-ups anew from all postings, in one transaction: readers see the old rows until it ends,
 * and what comes meanwhile is read as the tail. Running it again, or after it was interrupted, gives the same.
 *
 * @param tell hears of each step when it is done
 */
export async function rebuildRollups(
  pg: Knex,
  tell: (progress: RebuildProgress) => void,
): Promise<void> {
  await pg.transaction(async (trx) => {
    for (const [i, step] of rebuildSteps.entries()) {
      const began = Date.now();
      const { rows } = await trx.raw<{ rows: unknown[] }>(
        "select income_rollup_rebuild(?) as rows",
        [i + 1],
      );
      const [done] = z.array(z.object({ rows: z.coerce.number().int() })).parse(rows);
      tell({ step, rows: done?.rows ?? 0, ms: Date.now() - began });
    }
  });
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

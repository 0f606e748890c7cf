/**
 * Builds the roll-ups anew from all postings, in one transaction; readers see the old rows until it ends.
 * Then compares them with a recomputation and prints one JSON object; exit code 1 when anything differs.
 * DATABASE_URL says where.
 */
import { knex } from "@medusajs/framework/mikro-orm/knex";

import { rebuildRollups, rollupDrift } from "../modules/income/rollups";
import { peakMb } from "./ledger/progress";

/** At most so many differences are named. */
const NAMED = 100;

async function main(): Promise<void> {
  const pg = knex({ client: "pg", connection: process.env.DATABASE_URL, pool: { min: 0, max: 1 } });
  try {
    const rows: Record<string, number> = {};
    await rebuildRollups(pg, ({ step, rows: built, ms }) => {
      rows[step] = built;
      process.stderr.write(`${step}: ${built.toString()} rows in ${ms.toString()} ms\n`);
    });
    const gaps = await rollupDrift(pg, NAMED);
    const ok = gaps.length === 0;
    process.stdout.write(`${JSON.stringify({ ok, rows, gaps, peak_mb: peakMb() }, null, 2)}\n`);
    process.exitCode = ok ? 0 : 1;
  } finally {
    await pg.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `ledger-rollups: ${error instanceof Error ? error.message : "unknown error"}\n`,
  );
  process.exitCode = 1;
});

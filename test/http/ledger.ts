/** Looks behind the interface: the ledger verified as an auditor would, and facts of the database. */
import { execFile } from "node:child_process";
import { join } from "node:path";

import { expect } from "vitest";
import { z } from "zod";

import { withClient } from "../../backend/local/database";
import { ROOT } from "../../backend/local/home";
import type { TestDatabase } from "../support/postgres";
import { testEnvironment } from "../support/world";
import { until } from "./shop";

const verdictSchema = z.object({
  ok: z.boolean(),
  transactions: z.number(),
  postings: z.number(),
  sum_fen: z.number(),
  captured_fen: z.number(),
  refunded_fen: z.number(),
  credited_fen: z.number(),
  reversed_fen: z.number(),
  gaps: z.array(z.unknown()),
});
/** What `npm run ledger:verify` prints. */
export type Verdict = z.output<typeof verdictSchema>;

/** Runs the verification as a program of its own. */
export async function verify(database: TestDatabase): Promise<Verdict & { exit: number }> {
  const script = join(ROOT, "backend/src/scripts/ledger-verify.ts");
  const options = { cwd: join(ROOT, "backend"), env: testEnvironment(database.url, 1) };
  const { exit, printed } = await new Promise<{ exit: number; printed: string }>((resolve) => {
    execFile(process.execPath, ["--import", "tsx", script], options, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : 0;
      resolve({ exit: code, printed: stdout || stderr });
    });
  });
  const start = printed.indexOf("{");
  if (start < 0) throw new Error(`ledger:verify printed no JSON: ${printed.slice(0, 500)}`);
  return { ...verdictSchema.parse(JSON.parse(printed.slice(start))), exit };
}

/** Waits until everything captured and refunded is in the ledger, and expects it to verify. */
export async function expectLedgerOk(
  database: TestDatabase,
  patience_ms?: number,
): Promise<Verdict> {
  const verdict = await until(
    () => verify(database),
    ({ ok }) => ok,
    patience_ms,
  );
  expect(verdict.exit).toBe(0);
  expect(verdict.sum_fen).toBe(0);
  expect(verdict.credited_fen).toBe(verdict.captured_fen);
  expect(verdict.reversed_fen).toBe(verdict.refunded_fen);
  return verdict;
}

/** Asks the database behind row level security: what no answer shows. */
export async function look<T extends z.ZodType>(
  database: TestDatabase,
  row: T,
  sql: string,
  values: unknown[] = [],
): Promise<z.output<T>[]> {
  return withClient(database.superuserUrl, async (client) => {
    const { rows } = await client.query(sql, values);
    return z.array(row).parse(rows);
  });
}

/** The prices, in yuan, at which a variant was sold in orders that stand. */
export async function pricesPaid(database: TestDatabase, variant_id: string): Promise<number[]> {
  const rows = await look(
    database,
    z.object({ price: z.coerce.number() }),
    `select li.unit_price price from order_line_item li join order_item oi on oi.item_id = li.id
     join "order" o on o.id = oi.order_id and o.status <> 'canceled' and o.deleted_at is null
     where li.variant_id = $1 and li.deleted_at is null`,
    [variant_id],
  );
  return rows.map(({ price }) => price);
}

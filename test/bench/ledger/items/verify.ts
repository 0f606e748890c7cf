/** How fast the verification and the rebuild read, and that their memory does not grow with the ledger. */
import { execFile } from "node:child_process";
import { join } from "node:path";

import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import knex from "knex";
import { z } from "zod";

import { withClient } from "../../../../backend/local/database";
import { ROOT } from "../../../../backend/local/home";
import { IncomeModuleService } from "../../../../backend/src/modules/income/service";
import type { Bench, Finding, Item } from "../item";
import { documentsOf, expression } from "../sales";

/** Orders of 22 legs each. */
const ORDERS = 20_000;
const CHUNK = 1_000;

/** The verification of a sealed ledger, at a tenth of its size and whole. */
export const verify: Item = { name: "verify", title: "Verifying and rebuilding", run: measure };

const answerSchema = z.object({
  entries_a_second: z.number().optional(),
  a_second: z.record(z.string(), z.number()),
  peak_mb: z.number(),
  gaps: z.array(z.object({ reason: z.string() })),
});

async function measure(bench: Bench): Promise<Finding[]> {
  const orders = Math.max(CHUNK, Math.round(ORDERS * bench.scale));
  const ledger = await bench.server.ledgerDatabase("bench_verify");
  await fill(ledger.url, 0, orders / 10);
  await analyze(ledger.superuserUrl);
  const small = await run(ledger.url, []);
  await fill(ledger.url, orders / 10, orders);
  await analyze(ledger.superuserUrl);
  const large = await run(ledger.url, []);
  const rebuilt = await run(ledger.url, ["--rebuild"]);
  await ledger.drop();
  const proofs = large.gaps.filter(
    ({ reason }) => reason.includes("sealed") || reason.includes("block"),
  );
  if (proofs.length > 0)
    throw new Error(`the bench's own ledger does not verify: ${proofs[0]?.reason ?? ""}`);
  const pace = (answer: z.infer<typeof answerSchema>, part: string): number =>
    answer.a_second[part] ?? Number.NaN;
  const size = `${(orders * 22).toString()} entries in ${orders.toString()} transactions`;
  const fast = { unit: "entries/s", target: { is: "at least", value: 100_000 } } as const;
  return [
    {
      what: "verified as a whole: seals, sales, legs, balances, sums",
      figure: large.entries_a_second ?? Number.NaN,
      ...fast,
      note: size,
    },
    {
      what: "rebuilt into balances",
      figure: pace(rebuilt, "entries rebuilt into balances"),
      ...fast,
    },
    {
      what: "of that, against their seals by one connection",
      figure: pace(large, "entries against their seals"),
      unit: "entries/s",
    },
    {
      what: "and held against their sales, by each of two",
      figure: pace(large, "entries held against their sales"),
      unit: "entries/s",
      note: "every sale divided again, every leg and every balance compared",
    },
    { what: "memory at a tenth of the size", figure: small.peak_mb, unit: "MB" },
    { what: "memory at full size", figure: large.peak_mb, unit: "MB" },
    {
      what: "memory over that at a tenth of the size",
      figure: large.peak_mb / small.peak_mb,
      unit: "×",
      target: { is: "at most", value: 1.5 },
    },
    { what: "memory of the rebuild", figure: rebuilt.peak_mb, unit: "MB" },
  ];
}

/** Sells orders and seals them. */
async function fill(url: string, from: number, to: number): Promise<void> {
  const { sold } = documentsOf({ lines: 3, households: 4, deductions: true });
  const sell = `select count(ledger_sell(${expression(sold, "'v-' || n", "(n % 6000)::text")}))
      from generate_series($1::int, $2::int) n`;
  await withClient(url, async (client) => {
    for (let n = from; n < to; n += CHUNK)
      await client.query(sell, [n, Math.min(to, n + CHUNK) - 1]);
  });
  const pg = knex({ client: "pg", connection: url, pool: { min: 0, max: 2 } });
  const income = new IncomeModuleService({ [ContainerRegistrationKeys.PG_CONNECTION]: pg });
  const now = new Date().toISOString();
  await income.seal({ limit: 2_000, blocks: 1_000_000, now, witness: null });
  await pg.destroy();
}

function analyze(url: string): Promise<unknown> {
  return withClient(url, (client) => client.query("vacuum analyze"));
}

/** Runs the verification as a program of its own: its memory is its own. */
function run(url: string, args: string[]): Promise<z.infer<typeof answerSchema>> {
  const script = join(ROOT, "backend/src/scripts/ledger-verify.ts");
  const env = { ...process.env, DATABASE_URL: url, YIGOU_WITNESS_FILE: undefined };
  const options = { cwd: join(ROOT, "backend"), env, maxBuffer: 64_000_000 };
  return new Promise((resolve, reject) => {
    // Without Medusa's captures beside it the ledger has gaps, and the exit code is 1.
    execFile(
      process.execPath,
      ["--import", "tsx", script, ...args],
      options,
      (_, stdout, stderr) => {
        const start = stdout.indexOf("{");
        if (start < 0) reject(new Error(`ledger-verify: ${stderr.slice(0, 600)}`));
        else resolve(answerSchema.parse(JSON.parse(stdout.slice(start))));
      },
    );
  });
}

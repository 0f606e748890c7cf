/**
 * Recomputes the ledger: from Medusa's captures and refunds to the fen, from its rows to the seals of its
 * blocks, and against what was published before. Prints one JSON object; exit code 1 when anything differs.
 * Reads only, page by page; DATABASE_URL says where.
 *
 *   --head HASH  --receipt FILE  --witness FILE   what was published before must still be in the chain
 *   --export FILE [--all-sums]                    writes the public export for outsider.mjs
 *   --rebuild                                     only rebuilds balances and roll-ups from the postings, and compares
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

import { Client, type ClientBase } from "pg";
import type { z } from "zod";

import { compareWith, type Published } from "./ledger/against";
import { verifyChain, type ChainFigures } from "./ledger/chain";
import { checks, FIGURES } from "./ledger/checks";
import { verifyCoverage } from "./ledger/coverage";
import { exportLedger } from "./ledger/export";
import { Gaps, type Gap } from "./ledger/gap";
import { loud, peakMb, quietLanes, type Lanes, type Progress } from "./ledger/progress";
import { compareRollups, rebuildBalances, rebuildEntries } from "./ledger/rebuild";
import { Ranges, replayAll } from "./ledger/replay-orders";
import { figuresRow } from "./ledger/rows";

type Figures = z.infer<typeof figuresRow>;

/** What the verification found. */
export type Verification = Figures &
  ChainFigures & {
    ok: boolean;
    /** Transactions that wait for their block. */
    unsealed: number;
    gaps: Gap[];
  };

/**
 * Verifies the ledger behind a connection, in one snapshot.
 *
 * @param client connected; the session is left in a read-only transaction's end
 * @param published what an auditor has kept from earlier
 * @param lanes progress of either connection
 * @param beside another connection to the same database: it begins with the sales while this one reads the seals
 */
export async function verifyLedger(
  client: ClientBase,
  published: Published = {},
  lanes: Lanes = quietLanes,
  beside?: ClientBase,
): Promise<Verification> {
  await client.query("begin transaction isolation level repeatable read read only");
  if (beside) await shareSnapshot(client, beside);
  const [gaps, saleGaps, ranges] = [new Gaps(), new Gaps(), new Ranges()];
  const replay = (one: ClientBase, lane: Progress) => replayAll(one, saleGaps, lane, ranges);
  const rest = async () => {
    const proofs = await verifyProofs(client, published, gaps, lanes.seals);
    const figures = await verifySums(client, gaps, lanes.seals);
    await replay(client, lanes.seals);
    return { ...proofs, figures };
  };
  const beginning = beside ? replay(beside, lanes.sales) : Promise.resolve();
  const [{ chain, unsealed, figures }] = await Promise.all([rest(), beginning]);
  if (beside) await beside.query("commit");
  await client.query("commit");
  gaps.addAll(saleGaps.list);
  return { ok: gaps.list.length === 0, ...figures, ...chain, unsealed, gaps: gaps.list };
}

/** Both connections see the ledger of the same instant. */
async function shareSnapshot(client: ClientBase, beside: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>("select pg_export_snapshot() as name");
  const name = beside.escapeLiteral(rows[0]?.name ?? "");
  await beside.query("begin transaction isolation level repeatable read read only");
  await beside.query(`set transaction snapshot ${name}`);
}

/** Medusa's captures and refunds against the ledger, sums, closed months, credits that no order brought. */
async function verifySums(client: ClientBase, gaps: Gaps, progress: Progress): Promise<Figures> {
  for (const { reason, sql } of checks) {
    const { rows } = await client.query<{ ref: string }>(sql);
    gaps.addAll(rows.map(({ ref }) => ({ reason, ref })));
    progress(reason, 0);
  }
  await rebuildEntries(client, gaps, progress);
  const { rows } = await client.query(FIGURES);
  const figures = figuresRow.parse(rows[0]);
  compareSums(figures, gaps);
  return figures;
}

/** The proofs alone: leaves, roots, links, coverage, and what was published before. */
export async function verifyProofs(
  client: ClientBase,
  published: Published,
  gaps: Gaps,
  progress: Progress,
): Promise<{ chain: ChainFigures; unsealed: number }> {
  const comparison = await compareWith(published, gaps);
  const chain = await verifyChain(client, gaps, progress, comparison.see);
  await comparison.finish();
  return { chain, unsealed: await verifyCoverage(client, gaps) };
}

function compareSums(figures: Figures, gaps: Gaps): void {
  const pairs = [
    ["captured and credited differ", figures.captured_fen, figures.credited_fen],
    ["refunded and reversed differ", figures.refunded_fen, figures.reversed_fen],
    ["the postings do not add up to zero", figures.sum_fen, 0],
  ] as const;
  for (const [reason, a, b] of pairs) {
    if (a !== b) gaps.add(reason, `${a.toString()} / ${b.toString()}`);
  }
}

const options = {
  head: { type: "string" },
  receipt: { type: "string" },
  witness: { type: "string" },
  export: { type: "string" },
  "all-sums": { type: "boolean", default: false },
  rebuild: { type: "boolean", default: false },
} as const;

/** The rebuild alone, in one snapshot. */
export async function rebuildLedger(client: ClientBase, progress: Progress) {
  await client.query("begin transaction isolation level repeatable read read only");
  const gaps = new Gaps();
  const rebuilt = await rebuildBalances(client, gaps, progress);
  await compareRollups(client, gaps);
  await client.query("commit");
  return { ok: gaps.list.length === 0, ...rebuilt, gaps: gaps.list };
}

async function answerTo(
  client: ClientBase,
  beside: ClientBase,
  values: Published & { export?: string | undefined; "all-sums": boolean; rebuild: boolean },
  lanes: Lanes,
): Promise<Record<string, unknown> & { ok: boolean }> {
  if (values.rebuild) return rebuildLedger(client, lanes.seals);
  const own = process.env.YIGOU_WITNESS_FILE;
  const witness = values.witness ?? (own !== undefined && existsSync(own) ? own : undefined);
  const began = performance.now();
  const found = await verifyLedger(client, { ...values, witness }, lanes, beside);
  const pace = {
    entries_a_second: Math.round((found.postings * 1000) / (performance.now() - began)),
  };
  const file = values.export;
  if (file === undefined) return { ...found, ...pace, witness };
  const exported = await exportLedger(client, { file, allSums: values["all-sums"] }, lanes.seals);
  return { ...found, ...pace, witness, exported };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options, strict: true });
  const [client, beside] = [open(), open()];
  await Promise.all([client.connect(), beside.connect()]);
  try {
    const { lanes, paces } = loud();
    const answer = await answerTo(client, beside, values, lanes);
    const measured = { ...answer, a_second: paces(), peak_mb: peakMb() };
    process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
    process.exitCode = answer.ok ? 0 : 1;
  } finally {
    await Promise.all([client.end(), beside.end()]);
  }
}

const open = (): Client => new Client({ connectionString: process.env.DATABASE_URL });

if (process.argv[1]?.includes("ledger-verify")) {
  main().catch((error: unknown) => {
    process.stderr.write(
      `ledger-verify: ${error instanceof Error ? error.message : "unknown error"}\n`,
    );
    process.exitCode = 1;
  });
}

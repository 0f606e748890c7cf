/** A small ledger, exported twice, and the outsider's program that reads the exports. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Client } from "pg";
import { z } from "zod";

import { ROOT } from "../../../../backend/local/home";
import { exportLedger } from "../../../../backend/src/scripts/ledger/export";
import { quiet } from "../../../../backend/src/scripts/ledger/progress";
import { capture, type Desk, openDesk } from "../desk";
import { sealAll } from "./sealing";

const OUTSIDER = join(ROOT, "backend/src/scripts/ledger/outsider.mjs");
/** Orders of the small ledger, each of two households. */
export const ORDERS = 30;

/** The exports of a small ledger. */
export interface Exports {
  desk: Desk;
  dir: string;
  /** With all amounts. */
  open: string;
  /** As the public gets it. */
  closed: string;
  close: () => Promise<void>;
}

/** Sells, accepts everything in one transaction, seals and exports. */
export async function openExports(): Promise<Exports> {
  const desk = await openDesk();
  const dir = mkdtempSync(join(tmpdir(), "yigou-export-"));
  for (let n = 0; n < ORDERS; n++) {
    const { order_id } = await desk.sold();
    await desk.ledger.credit(capture(order_id));
  }
  const at = "2026-11-21T00:00:00Z";
  const head = { key: "accept:all", kind: "accept", cause: "test", order_id: null } as const;
  await desk.ledger.move(
    { ...head, from: "expected", to: "earned", at, facts: {} },
    { cooperative_id: "coop_jinpen" },
  );
  await sealAll(desk, { limit: 10 });
  return {
    desk,
    dir,
    open: await exported(desk, join(dir, "open.jsonl"), true),
    closed: await exported(desk, join(dir, "closed.jsonl"), false),
    close: async () => {
      rmSync(dir, { recursive: true });
      await desk.close();
    },
  };
}

async function exported({ database }: Desk, file: string, allSums: boolean): Promise<string> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await exportLedger(client, { file, allSums }, quiet);
  await client.end();
  return file;
}

const verdictSchema = z.object({
  ok: z.boolean(),
  blocks: z.number(),
  transactions: z.number(),
  closed: z.number(),
  head: z.string(),
  totals_fen: z.record(z.string(), z.number()),
  problems: z.array(z.object({ what: z.string(), where: z.string() })),
});

/** Runs the outsider's program, with nothing of ours in its environment. */
export function ask(file: string, ...args: string[]): Promise<z.infer<typeof verdictSchema>> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [OUTSIDER, file, ...args], { env: {} }, (error, stdout, stderr) => {
      const verdict = verdictSchema.safeParse(JSON.parse(stdout || "null"));
      if (!verdict.success) reject(new Error(stderr));
      else if (verdict.data.ok === (error !== null))
        reject(new Error("exit code and verdict differ"));
      else resolve(verdict.data);
    });
  });
}

/** Whether a line of an export is that transaction's. */
export const isEntry = (seq: number) => (line: string) => line.startsWith(`{"seq":${seq},`);

/** An outsider with an export and one file of code: what was altered is named, and nobody is. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
const ORDERS = 30;

let desk: Desk;
let dir: string;
let open: string;
let closed: string;

beforeAll(async () => {
  desk = await openDesk();
  dir = mkdtempSync(join(tmpdir(), "yigou-export-"));
  const at = "2026-11-21T00:00:00Z";
  for (let n = 0; n < ORDERS; n++) {
    const { order_id } = await desk.sold();
    await desk.ledger.credit(capture(order_id));
  }
  await desk.ledger.move(
    {
      key: "accept:all",
      kind: "accept",
      from: "expected",
      to: "earned",
      at,
      order_id: null,
      cause: "test",
      facts: {},
    },
    { cooperative_id: "coop_jinpen" },
  );
  await sealAll(desk, { limit: 10 });
  open = await exported("open.jsonl", true);
  closed = await exported("closed.jsonl", false);
});

afterAll(async () => {
  rmSync(dir, { recursive: true });
  await desk.close();
});

async function exported(name: string, allSums: boolean): Promise<string> {
  const client = new Client({ connectionString: desk.database.url });
  await client.connect();
  const file = join(dir, name);
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
function ask(file: string, ...args: string[]): Promise<z.infer<typeof verdictSchema>> {
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

/** The export with some of its lines altered, as a file of its own. */
function altered(change: (lines: string[]) => string[]): string {
  const file = join(dir, "altered.jsonl");
  const lines = readFileSync(open, "utf8").trimEnd().split("\n");
  writeFileSync(file, `${change(lines).join("\n")}\n`);
  return file;
}

const isEntry = (seq: number) => (line: string) => line.startsWith(`{"seq":${seq},`);

async function seqOfLast(): Promise<number> {
  const { rows } = await desk.pg.raw<{ rows: unknown[] }>(
    "select max(seq)::int as seq from ledger_transaction where kind = 'capture'",
  );
  return z.tuple([z.object({ seq: z.number() })]).parse(rows)[0].seq;
}

describe("an export with all amounts", () => {
  it("holds, and its totals are the ledger's to the fen", async () => {
    const verdict = await ask(open);
    expect(verdict.problems).toEqual([]);
    expect(verdict.closed).toBe(0);
    const sums = Object.values(verdict.totals_fen).reduce((sum, fen) => sum + fen, 0);
    expect(sums).toBe(0);
    const { rows } = await desk.pg.raw<{ rows: unknown[] }>(
      `select sum(amount_fen)::int as fen from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
        where t.period = 202611 and p.account_id like 'household:%:earned'`,
    );
    const { fen } = z.tuple([z.object({ fen: z.number() })]).parse(rows)[0];
    expect(verdict.totals_fen["202611 household:earned"]).toBe(fen);
  });

  it("contains the head that was published, and no other", async () => {
    const { head } = await ask(open);
    expect((await ask(open, "--head", head)).ok).toBe(true);
    expect((await ask(open, "--head", "0".repeat(64))).ok).toBe(false);
  });
});

describe("an export in which something was altered", () => {
  it("names the transaction whose amount was changed", async () => {
    const seq = await seqOfLast();
    const file = altered((lines) =>
      lines.map((line) => (isEntry(seq)(line) ? line.replace("buyers -", "buyers -1") : line)),
    );
    const { problems } = await ask(file);
    expect(problems.map(({ where }) => where)).toContain(`seq ${seq}`);
  });

  it("names the transaction whose kind, day or month was changed", async () => {
    const seq = await seqOfLast();
    for (const [from, to] of [
      ["kind capture", "kind refund"],
      ["day 2026-11-20", "day 2026-11-21"],
      ["period 202611", "period 202612"],
    ] as const) {
      const file = altered((lines) =>
        lines.map((line) => (isEntry(seq)(line) ? line.replace(from, to) : line)),
      );
      expect((await ask(file)).problems).toContainEqual({
        what: "a transaction was changed",
        where: `seq ${seq}`,
      });
    }
  });

  it("names the transaction that was removed or inserted", async () => {
    const seq = await seqOfLast();
    const without = altered((lines) => lines.filter((line) => !isEntry(seq)(line)));
    expect((await ask(without)).problems).toContainEqual({
      what: "a transaction is missing",
      where: `seq ${seq}`,
    });
    const doubled = altered((lines) =>
      lines.flatMap((line) =>
        isEntry(seq)(line) ? [line, line.replaceAll(String(seq), "999999")] : [line],
      ),
    );
    expect((await ask(doubled)).problems).toContainEqual({
      what: "a transaction was inserted",
      where: "seq 999999",
    });
  });

  it("does not hold when two lines changed places between blocks, or when its end is missing", async () => {
    const swapped = altered((lines) => {
      const entries = lines.flatMap((line, at) => (line.startsWith('{"seq"') ? [at] : []));
      const [first = 0, last = 0] = [entries[0], entries.at(-1)];
      return lines.map((line, at) => lines[at === first ? last : at === last ? first : at] ?? line);
    });
    expect((await ask(swapped)).ok).toBe(false);
    expect((await ask(altered((lines) => lines.slice(0, -1)))).ok).toBe(false);
  });
});

describe("the public export", () => {
  it("opens amounts only where five households or more stand behind them", async () => {
    const verdict = await ask(closed);
    expect(verdict.ok).toBe(true);
    expect(verdict.transactions - verdict.closed).toBeGreaterThanOrEqual(1);
    const opened = readFileSync(closed, "utf8")
      .split("\n")
      .filter((line) => line.includes('"blind"'));
    expect(opened.every((line) => line.includes("kind capture"))).toBe(false);
    for (let n = 1; n <= ORDERS; n++) {
      const { rows } = await desk.pg.raw<{ rows: unknown[] }>(
        "select seq::text from ledger_transaction where order_id = ?",
        [`order_${n}`],
      );
      for (const { seq } of z.array(z.object({ seq: z.string() })).parse(rows)) {
        expect(opened.filter(isEntry(Number(seq)))).toEqual([]);
      }
    }
  });

  it.each([
    ["public", () => closed],
    ["auditor's", () => open],
  ])("names no household, order, place or cooperative, also the %s one", (_, file) => {
    const text = readFileSync(file(), "utf8");
    for (const secret of [
      "hh_",
      "order_",
      "line_",
      "360722",
      "coop",
      "金盆山",
      "家",
      "capt_",
      "pay_",
    ])
      expect(text).not.toContain(secret);
  });
});

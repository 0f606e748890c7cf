/** An outsider with an export and one file of code: what was altered is named, and nobody is. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import type { Desk } from "../desk";
import { ask, isEntry, openExports, ORDERS, type Exports } from "./exports";

let exports: Exports;
let desk: Desk;
let open: string;
let closed: string;

beforeAll(async () => {
  exports = await openExports();
  ({ desk, open, closed } = exports);
});

afterAll(() => exports.close());

/** The export with some of its lines altered, as a file of its own. */
function altered(change: (lines: string[]) => string[]): string {
  const file = join(exports.dir, "altered.jsonl");
  const lines = readFileSync(open, "utf8").trimEnd().split("\n");
  writeFileSync(file, `${change(lines).join("\n")}\n`);
  return file;
}

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
      `select sum(p.amount_fen)::int as fen from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
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

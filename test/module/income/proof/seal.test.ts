/** Sealing takes everything once: late commits, two sealers, a sealer that is killed. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { Client } from "pg";
import { z } from "zod";

import { maySeal, sealBlock } from "../../../../backend/src/modules/income/seal";
import { verifyProofs } from "../../../../backend/src/scripts/ledger-verify";
import { Gaps } from "../../../../backend/src/scripts/ledger/gap";
import { quiet } from "../../../../backend/src/scripts/ledger/progress";
import { capture, type Desk, openDesk } from "../desk";
import { NOW, sealAll, sealed } from "./sealing";

let desk: Desk;
let dir: string;

beforeEach(async () => {
  desk = await openDesk();
  dir = mkdtempSync(join(tmpdir(), "yigou-seal-"));
});

afterEach(async () => {
  rmSync(dir, { recursive: true });
  await desk.close();
});

const now = NOW;
const seal = (limit = 50, witness: string | null = null) =>
  desk.ledger.seal({ limit, blocks: 100, now, witness });
const finish = () => sealAll(desk, { limit: 50 });

async function gaps() {
  const client = new Client({ connectionString: desk.database.url });
  await client.connect();
  const found = new Gaps();
  await verifyProofs(client, {}, found, quiet);
  await client.end();
  return found.list;
}

describe("sealing", () => {
  it("has nothing to do in an empty ledger, and nothing the second time", async () => {
    await finish();
    const { order_id } = await desk.sold();
    await desk.ledger.credit(capture(order_id));
    expect(await finish()).toBe(1);
    expect((await seal()).blocks).toHaveLength(0);
    expect(await gaps()).toEqual([]);
  });

  it("waits for a writer that took its number early and commits late", async () => {
    await finish();
    const { order_id } = await desk.sold();
    const late = new Client({ connectionString: desk.database.url });
    await late.connect();
    await late.query("begin");
    const head = { ...lateMove, occurred_at: now };
    const { rows } = await late.query("select ledger_post($1::jsonb) as posted", [
      JSON.stringify(head),
    ]);
    await desk.ledger.credit(capture(order_id));
    await seal();
    const during = await sealed(desk);
    await late.query("commit");
    await late.end();
    await finish();
    const after = await sealed(desk);
    const row = z.object({ posted: z.object({ seq: z.number() }) });
    const { seq } = z.tuple([row]).parse(rows)[0].posted;
    expect(during.seqs).not.toContain(seq);
    expect(after.seqs).toContain(seq);
    expect(after.waiting).toBe(0);
    expect(await gaps()).toEqual([]);
  });

  it("takes each of 120 transactions once, while writers commit late and two sealers race", async () => {
    let writing = true;
    const writers = Array.from({ length: 12 }, async (_, writer) => {
      const client = new Client({ connectionString: desk.database.url });
      await client.connect();
      for (let n = 0; n < 10; n++) {
        await client.query("begin");
        const key = `late:${writer}:${n}`;
        await client.query("select ledger_post($1::jsonb)", [
          JSON.stringify({ ...lateMove, key, occurred_at: now }),
        ]);
        await sleep(Math.random() * 30);
        await client.query(n % 5 === 4 ? "rollback" : "commit");
      }
      await client.end();
    });
    const sealers = [1, 2].map(async () => {
      while (writing) {
        await seal(7);
        await sleep(Math.random() * 10);
      }
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(sealers);
    await finish();
    const { seqs, waiting } = await sealed(desk);
    expect(waiting).toBe(0);
    expect(new Set(seqs).size).toBe(seqs.length);
    expect(await gaps()).toEqual([]);
  });

  it("lets one of two processes seal, and the other wait for nothing", async () => {
    await desk.pg.transaction(async (trx) => {
      expect(await maySeal(trx)).toBe(true);
      const { order_id } = await desk.sold();
      await desk.ledger.credit(capture(order_id));
      expect((await seal()).blocks).toEqual([]);
    });
    expect(await finish()).toBeGreaterThan(0);
  });

  it("makes the same block again when it was killed before its commit", async () => {
    const { order_id } = await desk.sold();
    await desk.ledger.credit(capture(order_id));
    const killed = async () => {
      const trx = await desk.pg.transaction();
      await maySeal(trx);
      const block = await sealBlock(trx, 100_000, now);
      await trx.rollback();
      return block;
    };
    const lost = await vi.waitUntil(killed, { timeout: 30_000 });
    const made = await desk.pg.transaction(async (again) => sealBlock(again, lost.count, now));
    expect(made).toEqual(lost);
  });

  it("gives equal transactions different leaves", async () => {
    const [one, two] = [await desk.sold(), await desk.sold()];
    await desk.ledger.credit(capture(one.order_id));
    await desk.ledger.credit(capture(two.order_id));
    await finish();
    const { rows } = await desk.pg.raw<{ rows: unknown[] }>(
      "select encode(leaves, 'hex') as leaves from ledger_block order by number desc limit 1",
    );
    const { leaves } = z.tuple([z.object({ leaves: z.string() })]).parse(rows)[0];
    const all = leaves.match(/.{64}/g) ?? [];
    expect(new Set(all).size).toBe(all.length);
  });
});

/** A balanced pair of legs that touches no credit. */
const lateMove = {
  key: "late:1",
  hash: "h",
  kind: "claim",
  order_id: null,
  amount_fen: 5,
  facts: {},
  postings: [
    { account_id: "loss_pool", amount_fen: -5 },
    { account_id: "borne:coop_jinpen", amount_fen: 5 },
  ],
};

describe("the witness", () => {
  it("has every head once, also after a line was cut by a crash and heads were missed", async () => {
    const file = join(dir, "heads.jsonl");
    const sell = async (): Promise<void> => {
      const { order_id } = await desk.sold();
      await desk.ledger.credit(capture(order_id));
    };
    await sell();
    await sealAll(desk, { witness: file });
    appendFileSync(file, '{"number":99,"count"');
    await sell();
    await finish();
    await sell();
    await sealAll(desk, { witness: file });
    const heads = readFileSync(file, "utf8").trimEnd().split("\n");
    const whole = heads.filter((line) => line.endsWith("}"));
    const numbers = whole.map((line) => z.object({ number: z.number() }).parse(JSON.parse(line)));
    const { rows } = await desk.pg.raw<{ rows: unknown[] }>(
      "select number::int from ledger_block order by number",
    );
    expect(numbers.map(({ number }) => ({ number }))).toEqual(rows);
    expect(heads).toHaveLength(whole.length + 1);
  });

  it("does not hinder sealing when it cannot be written, and says so", async () => {
    const { order_id } = await desk.sold();
    await desk.ledger.credit(capture(order_id));
    await expect(seal(50, join(dir, "missing", "heads.jsonl"))).rejects.toThrow("ENOENT");
    await finish();
    expect((await sealed(desk)).waiting).toBe(0);
  });
});

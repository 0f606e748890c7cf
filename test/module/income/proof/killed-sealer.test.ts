/** A sealer that dies between a block and the witness's line: the next one catches up, nothing false is said. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Client } from "pg";
import { z } from "zod";

import { ROOT } from "../../../../backend/local/home";
import { Gaps } from "../../../../backend/src/scripts/ledger/gap";
import { quiet } from "../../../../backend/src/scripts/ledger/progress";
import { verifyProofs } from "../../../../backend/src/scripts/ledger-verify";
import { testEnvironment } from "../../../support/world";
import { capture, type Desk, openDesk } from "../desk";
import { sealAll, sealed } from "./sealing";

let desk: Desk;
let dir: string;
let witness: string;

beforeEach(async () => {
  desk = await openDesk();
  dir = mkdtempSync(join(tmpdir(), "yigou-killed-"));
  witness = join(dir, "heads.jsonl");
});

afterEach(async () => {
  rmSync(dir, { recursive: true });
  await desk.close();
});

const SCRIPT = join(ROOT, "test/module/income/proof/seal-once.ts");

/** Seals in a process of its own, which dies at its failpoint when it passes there so many times. */
function sealer(failpoint?: string): { signal: string | null; said: string } {
  const env = testEnvironment(desk.database.url, 1, {
    YIGOU_WITNESS_FILE: witness,
    ...(failpoint === undefined ? {} : { YIGOU_FAILPOINT: failpoint }),
  });
  const args = ["--import", "tsx", SCRIPT];
  const { signal, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: join(ROOT, "backend"),
    env,
    encoding: "utf8",
  });
  return { signal, said: stdout + stderr };
}

async function sell(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const { order_id } = await desk.sold();
    await desk.ledger.credit(capture(order_id));
  }
}

/** Blocks in the database, and lines that the witness holds. */
async function counts(): Promise<{ blocks: number; lines: number }> {
  const { rows } = await desk.pg.raw<{ rows: unknown[] }>(
    "select count(*)::int as blocks from ledger_block",
  );
  const [{ blocks }] = z.tuple([z.object({ blocks: z.number() })]).parse(rows);
  const text = existsSync(witness) ? readFileSync(witness, "utf8") : "";
  return { blocks, lines: text.split("\n").filter((line) => line !== "").length };
}

async function gaps() {
  const client = new Client({ connectionString: desk.database.url });
  await client.connect();
  const found = new Gaps();
  const published = existsSync(witness) ? { witness } : {};
  await verifyProofs(client, published, found, quiet);
  await client.end();
  return found.list;
}

/** Blocks are made only once no older database transaction runs anywhere in the server. */
async function killedAt(failpoint: string): Promise<void> {
  await vi.waitUntil(() => sealer(failpoint).signal === "SIGKILL", { timeout: 60_000 });
}

it("leaves a block that the witness has not seen, and nothing is found amiss", async () => {
  await sell(3);
  await killedAt("seal-ledger:block-sealed:kill@1");
  expect(await counts()).toEqual({ blocks: 1, lines: 0 });
  expect(await gaps()).toEqual([]);
});

it("is caught up by the next: every head once, in order, and the same chain", async () => {
  await sell(3);
  await sealAll(desk, { limit: 2, witness });
  const before = await counts();
  await sell(5);
  await killedAt("seal-ledger:block-sealed:kill@2");
  const killed = await counts();
  expect(killed.lines).toBe(before.lines);
  expect(killed.blocks).toBeGreaterThanOrEqual(before.blocks + 2);
  expect(await gaps()).toEqual([]);

  await vi.waitUntil(
    async () => {
      expect(sealer()).toMatchObject({ signal: null });
      return (await sealed(desk)).waiting === 0;
    },
    { timeout: 60_000 },
  );
  const after = await counts();
  expect(after.lines).toBe(after.blocks);
  const numbers = readFileSync(witness, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => z.object({ number: z.number() }).parse(JSON.parse(line)).number);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  expect(await gaps()).toEqual([]);
});

it("is caught up as well when it dies after the blocks and before the witness's file is there", async () => {
  await sell(4);
  await killedAt("seal-ledger:witness-due:kill@1");
  expect((await counts()).lines).toBe(0);
  expect((await counts()).blocks).toBeGreaterThan(0);
  expect(sealer().said).toContain('"diverged":null');
  const { blocks, lines } = await counts();
  expect(lines).toBe(blocks);
  expect(await gaps()).toEqual([]);
});

/** A chain that was rewritten from the first block on is consistent in itself; what was published is not. */
import { readFileSync, writeFileSync } from "node:fs";

import { Client } from "pg";

import { checkReceipt, type Receipt } from "@yigou/backend/contract";

import { readReceipt } from "../../../../backend/src/queries/income/order-receipt";
import { verifyProofs } from "../../../../backend/src/scripts/ledger-verify";
import { Gaps } from "../../../../backend/src/scripts/ledger/gap";
import { quiet } from "../../../../backend/src/scripts/ledger/progress";
import type { Published } from "../../../../backend/src/scripts/ledger/against";
import { type BigLedger, openBigLedger } from "./big-ledger";
import { NOW, sealAll } from "./sealing";

let big: BigLedger;
let receipt: Receipt;
let receiptFile: string;
let head: string;

beforeAll(async () => {
  big = await openBigLedger();
  receipt = await receiptOf("order_big7");
  receiptFile = `${big.witness}.receipt.json`;
  writeFileSync(receiptFile, JSON.stringify(receipt));
  head = receipt.head?.hash ?? "";
  await rewrite();
});

afterAll(() => big.close());

function receiptOf(order_id: string): Promise<Receipt> {
  return readReceipt(big.desk.pg, order_id);
}

/** Changes one credited fen, throws every block away and has all sealed anew, with correct hashes. */
async function rewrite(): Promise<void> {
  const root = new Client({ connectionString: big.desk.database.superuserUrl });
  await root.connect();
  await root.query("begin");
  await root.query("set local session_replication_role = replica");
  await root.query(
    `update ledger_posting set amount_fen = amount_fen + case account_id when 'household:hh_zhong:expected' then -1 else 1 end
      where order_id = 'order_big7' and account_id like 'household:%'`,
  );
  await root.query("delete from ledger_block");
  await root.query("commit");
  await root.end();
  await sealAll(big.desk, { limit: 500 });
}

async function proofs(published: Published) {
  const client = new Client({ connectionString: big.desk.database.url });
  await client.connect();
  const gaps = new Gaps();
  await verifyProofs(client, published, gaps, quiet);
  await client.end();
  return gaps.list;
}

it("holds by itself: every hash is right", async () => {
  expect(await proofs({})).toEqual([]);
});

it("is betrayed by a published head", async () => {
  expect(await proofs({ head })).toHaveLength(1);
});

it("is betrayed by the witness from the first block on", async () => {
  const gaps = await proofs({ witness: big.witness });
  expect(gaps[0]).toEqual({
    reason: "a block is not the one that the witness saw",
    ref: "block 1",
  });
});

it("is betrayed by the receipt of the buyer, which names the transaction", async () => {
  const gaps = await proofs({ receipt: receiptFile });
  expect(gaps.map(({ ref }) => ref)).toContain(receipt.transactions[0]?.seq.toString());
  expect((await checkReceipt(receipt)).ok).toBe(true);
});

it("is noticed by the sealer, who adds nothing to a witness that disagrees", async () => {
  const before = readFileSync(big.witness, "utf8");
  const { diverged } = await big.desk.ledger.seal({
    limit: 400,
    blocks: 100,
    now: NOW,
    witness: big.witness,
  });
  expect(diverged).toBe(receipt.head?.number);
  expect(readFileSync(big.witness, "utf8")).toBe(before);
});

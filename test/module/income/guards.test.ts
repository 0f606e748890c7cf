import { Client } from "pg";

import { withClient } from "../../../backend/local/database";
import { capture, type Desk, openDesk } from "./desk";

let desk: Desk;
let ledger: Desk["ledger"];

beforeAll(async () => {
  desk = await openDesk();
  ledger = desk.ledger;
});

afterAll(() => desk.close());

const at = "2026-11-25T00:00:00Z";

describe("the database itself", () => {
  const tables = [
    "sale",
    "sale_line",
    "sale_apart",
    "income_credit",
    "ledger_transaction",
    "ledger_posting",
  ];

  it.each(tables)("lets nobody change, delete or empty %s, not even its owner", async (table) => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    const apart = { id: "apart", order_id, part: "tax", owner_id: "platform", amount_fen: 1 };
    if (table === "sale_apart") await desk.pg(table).insert(apart);
    const column =
      { ledger_transaction: "cause", ledger_posting: "account_id" }[table] ?? "order_id";
    for (const statement of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      const asOwner = withClient(desk.database.ownerUrl, (client) => client.query(statement));
      await expect(asOwner, statement).rejects.toThrow("yigou:append_only");
    }
  });

  it("refuses a transaction whose postings do not add up to zero", async () => {
    const { order_id } = await desk.sold();
    const legs = [
      { account_id: "buyers", kind: "buyers", owner_id: "buyers", order_id, amount_fen: -100 },
    ];
    await expect(rawPost(order_id, legs)).rejects.toThrow("yigou:ledger_unbalanced");
    expect(await desk.transactions(order_id)).toBe(0);
  });

  it("refuses a balanced pair of postings slipped into an earlier transaction", async () => {
    const { order_id } = await desk.sold();
    const { seq } = await ledger.credit(capture(order_id));
    const rows = [1, -1].map((amount_fen, i) => ({
      transaction_seq: seq,
      leg: i + 1001,
      account_id: "buyers",
      amount_fen,
    }));
    await expect(desk.pg("ledger_posting").insert(rows)).rejects.toThrow("yigou:append_only");
  });

  it.each([
    ["legs that do not add up to zero", [[1, 100]], "yigou:ledger_unbalanced"],
    ["a leg that moves nothing", [[1, 0]], "yigou:append_only"],
    [
      "legs that are not numbered from one",
      [
        [2, -100],
        [3, 100],
      ],
      "yigou:append_only",
    ],
  ])("refuses %s, also past the posting function", async (_, legs, refusal) => {
    await expect(rawInsert([legs])).rejects.toThrow(refusal);
  });

  it("refuses a second insert of legs, also within the transaction that brought the first", async () => {
    const pair = (first: number) => [
      [first, -100],
      [first + 1, 100],
    ];
    await expect(rawInsert([pair(1), pair(3)])).rejects.toThrow("yigou:append_only");
    await expect(rawInsert([pair(1), pair(1)])).rejects.toThrow("ledger_posting_pkey");
    await rawInsert([pair(1)]);
  });

  it("refuses legs, leaves, credits and balances that stand on nothing", async () => {
    const { order_id } = await desk.sold();
    const leg = { account_id: "buyers", order_id, leaf_id: "leaf_of_nobody" };
    const legs = [
      { ...leg, amount_fen: -100 },
      { ...leg, amount_fen: 100 },
    ];
    await expect(rawPost(order_id, legs)).rejects.toThrow("yigou:ungrounded");
    const leaf = { id: "leaf_x", order_id: "order_of_nobody", part: "tax", owner_id: "platform" };
    await expect(desk.pg("sale_apart").insert({ ...leaf, amount_fen: 1 })).rejects.toThrow(
      "yigou:ungrounded",
    );
    const line = { order_line_id: "line_x", order_id: "order_of_nobody", product_title: "x" };
    await expect(
      desk.pg("sale_line").insert({ ...line, quantity: 1, paid_fen: 1, return_days: 1 }),
    ).rejects.toThrow("yigou:ungrounded");
  });

  it("lets no state of a credit fall below zero", async () => {
    const { order_id, line_id, households } = await desk.sold();
    await ledger.credit(capture(order_id));
    const credit_id = `${line_id}:${households[0]}`;
    const leg = {
      order_id,
      leaf_id: `${credit_id}:household`,
      credit_id,
      kind: "household",
      owner_id: households[0],
    };
    const legs = [
      { ...leg, account_id: `household:${households[0]}:paid`, state: "paid", amount_fen: -1 },
      {
        ...leg,
        account_id: `household:${households[0]}:confirmed`,
        state: "confirmed",
        amount_fen: 1,
      },
    ];
    await expect(rawPost(order_id, legs)).rejects.toThrow("fen_held");
  });
});

/** Inserts a transaction and its legs as the application's role could, one statement for each list of legs. */
async function rawInsert(statements: number[][][]): Promise<void> {
  rawCount += 1;
  const key = `raw-insert:${rawCount.toString()}`;
  await desk.pg.transaction(async (trx) => {
    const head = { idempotency_key: key, input_hash: "h", kind: "confirm", amount_fen: 100 };
    const [made] = await trx("ledger_transaction")
      .insert({ ...head, occurred_at: at, period: 202611 })
      .returning<{ seq: string }[]>("seq");
    for (const legs of statements) {
      const rows = legs.map(([leg, amount_fen]) => ({
        transaction_seq: made?.seq,
        leg,
        account_id: "buyers",
        amount_fen,
      }));
      await trx("ledger_posting").insert(rows);
    }
  });
}

let rawCount = 0;

async function rawPost(order_id: string, postings: object[]): Promise<void> {
  const head = {
    key: `raw:${order_id}`,
    hash: "h",
    kind: "confirm",
    order_id,
    amount_fen: 100,
    occurred_at: at,
    facts: {},
  };
  const client = new Client({ connectionString: desk.database.url });
  await client.connect();
  try {
    await client.query("select ledger_post($1::jsonb)", [JSON.stringify({ ...head, postings })]);
  } finally {
    await client.end();
  }
}

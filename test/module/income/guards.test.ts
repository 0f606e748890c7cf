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
    "sale_leaf",
    "income_credit",
    "ledger_transaction",
    "ledger_posting",
  ];

  it.each(tables)("lets nobody change, delete or empty %s, not even its owner", async (table) => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
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
    await expect(rawPost(order_id, legs)).rejects.toThrow("credit_balance");
  });
});

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

/** Each row of the ledger is what it can be: the posting functions see to it, and guards where others write. */
import { withClient } from "../../../backend/local/database";
import { capture, type Desk, openDesk } from "./desk";

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

const at = "2026-11-25T00:00:00Z";
const HOUSEHOLD = {
  ...{ household_id: "h", alias: "x", division_code: "360722101201" },
  ...{ linkage: "purchase", category: "business", weight_g: 1 },
};

describe("the database itself", () => {
  it.each([
    ["sale", { total_fen: -1 }],
    ["ledger_transaction", { kind: "gift" }],
    ["ledger_transaction", { amount_fen: -1 }],
    ["ledger_transaction", { movement_no: 0 }],
    ["ledger_transaction", { corrects_period: 202611 }],
    ["ledger_transaction", { kind: "capture", movement_no: 9, source_id: "another" }],
    ["ledger_transaction", { kind: "refund", source_id: "x" }],
    ["sale_line", { quantity: 0 }],
    ["sale_line", { return_days: 400 }],
    ["sale_line", { paid_fen: -1 }],
    ["sale_apart", { part: "gift" }],
    ["sale_apart", { amount_fen: -1 }],
    ["income_credit", { category: "gift" }],
    ["income_credit", { net_fen: 2 }],
    ["income_credit", { share_ppm: 1_000_001 }],
    ["income_credit", { weight_g: -1 }],
    ["income_credit", { net_fen: 2, freight_fen: -1 }],
    ["income_credit", { entry_id: "entry_x" }],
  ])("refuses a row of %s with %o, whoever adds it", async (table, wrong) => {
    const { order_id, line_id } = await desk.sold();
    const row = { ...soundRow(table, order_id, line_id), ...wrong };
    await expect(desk.pg(table).insert(row)).rejects.toThrow(/yigou:(unsound|ungrounded)/);
    const names = Object.keys(row);
    const places = names.map((_, i) => `$${(i + 1).toString()}`);
    const asOwner = withClient(desk.database.ownerUrl, (client) =>
      client.query(
        `insert into ${table} (${names.join(", ")}) values (${places.join(", ")})`,
        Object.values(row),
      ),
    );
    await expect(asOwner).rejects.toThrow(/yigou:(unsound|ungrounded)/);
    await desk.pg(table).insert(soundRow(table, order_id, line_id));
  });

  it.each([
    [{ quantity: 0 }],
    [{ shares: "{9,-1,0,0,0,101,0}" }],
    [{ shares: "{1000001,0,0,0,0,100,0}" }],
    [{ shares: "{9,0,0,0,0,100,101}" }],
    [{ captured: "{1,0,0,0,0}" }],
    [{ captured: "{0,0,0,0,1}" }],
    [{ shares: "{9,1,0,0,0,99,99}", captured: "{2,0,0,0,0}" }],
    [{ merged: [{ ...HOUSEHOLD, category: "gift" }] }],
    [{ merged: [{ ...HOUSEHOLD, weight_g: -1 }] }],
  ])("refuses to freeze a line with %j", async (wrong) => {
    const document = saleOf("order_unsound", wrong);
    await expect(call("ledger_freeze", document)).rejects.toThrow("yigou:unsound");
    expect(await desk.pg("sale").where({ order_id: "order_unsound" })).toEqual([]);
  });

  it.each([{ shares: "{}" }, { shares: "{9,0,0,0,0,100}" }, { shares: undefined }])(
    "refuses to freeze households without a share: %j",
    async (wrong) => {
      const document = saleOf("order_short", wrong);
      await expect(call("ledger_freeze", document)).rejects.toThrow("not-null");
    },
  );

  it("keeps a leaf of what was paid beside the goods, and finds every other again", async () => {
    const apart = [["order_leaves:shipping", "shipping", "platform", 40, 0]];
    const shares = "{9,7,0,3,0,90,0}";
    const bare = { order_line_id: "bare", product_title: "y", quantity: 1, paid_fen: 60 };
    const parts = { shares: "{}", captured: "{}", terms: null, return_days: 1 };
    const sale = saleOf("order_leaves", { shares });
    await call("ledger_freeze", { ...sale, apart, lines: [...sale.lines, { ...bare, ...parts }] });
    const of = ["id", "part", "owner_id", "credit_id", "amount_fen"];
    const leaves = await desk
      .pg("sale_leaf")
      .where({ order_id: "order_leaves" })
      .orderBy("id")
      .select<Record<string, string | null>[]>(of);
    expect(leaves.map((one) => Object.values(one).join(" "))).toEqual([
      "bare:unattributed unattributed platform  60",
      "order_leaves:shipping shipping platform  40",
      "order_leaves_line:freight freight c  3",
      "order_leaves_line:h:household household h order_leaves_line:h 90",
      "order_leaves_line:service service c  7",
    ]);
  });

  it("refuses through the posting functions a kind and a key that cannot be", async () => {
    const { order_id } = await desk.sold();
    await desk.ledger.credit(capture(order_id));
    const move = { key: "x", hash: "h", kind: "gift", from: "expected", to: "earned", facts: {} };
    const moved = call("ledger_move", { ...move, occurred_at: at, filter: { order_id } });
    await expect(moved).rejects.toThrow("yigou:unsound");
    const head = { key: "capture:other", hash: "h", kind: "capture", source_id: "this", order_id };
    const late = { ...head, amount_fen: 0, movement_no: 7, occurred_at: at, postings: [] };
    await expect(call("ledger_post", late)).rejects.toThrow("yigou:unsound");
  });

  it("sells no more than was captured, and keeps what was captured beyond the sale apart", async () => {
    const head = { key: "capture:all", hash: "h", kind: "capture", source_id: "all" };
    const sale = saleOf("order_all", { shares: "{9,100,0,0,0,0,0}", captured: "{100,0,0,0,0}" });
    const of = (amount_fen: number) => ({
      sale,
      capture: { ...head, order_id: "order_all", occurred_at: at, amount_fen },
    });
    await expect(call("ledger_sell", of(99))).rejects.toThrow("yigou:ledger_unbalanced");
    await call("ledger_sell", of(103));
    const legs: unknown[] = await desk
      .pg("ledger_posting")
      .where({ order_id: "order_all" })
      .orderBy("leg")
      .select("leg", "account_id", "amount_fen");
    expect(legs).toEqual([
      { leg: 1, account_id: "buyers", amount_fen: "-103" },
      { leg: 2, account_id: "service:c", amount_fen: "100" },
      { leg: 3, account_id: "unattributed", amount_fen: "3" },
    ]);
  });
});

let count = 0;

/** A sale of one line without households, as the service would send it. */
function saleOf(order_id: string, changes: object) {
  const contributors = [HOUSEHOLD];
  const terms = { cooperative_id: "c", cooperative_name: "c", lot_code: "L", contributors };
  const line = {
    order_line_id: `${order_id}_line`,
    product_title: "x",
    quantity: 1,
    paid_fen: 100,
  };
  const parts = { shares: "{9,0,0,0,0,100,0}", captured: "{0,0,0,0,0}" };
  const whole = { ...line, return_days: 1, terms, ...parts, ...changes };
  return { order_id, sold_at: at, total_fen: 100, apart: [], lines: [whole] };
}

async function call(name: string, document: object): Promise<void> {
  await desk.pg.raw(`select ${name}(?::jsonb)`, [JSON.stringify(document)]);
}

/** A row that every guard lets in. */
function soundRow(table: string, order_id: string, line_id: string): Record<string, unknown> {
  count += 1;
  const n = count.toString();
  const leaf = { order_id, part: "tax", owner_id: "platform" };
  const parts = { service_fen: 0, packing_fen: 0, freight_fen: 0, platform_fen: 0 };
  const household = { household_id: `hh_${n}`, alias: "x", division_code: "360722101201" };
  const head = { idempotency_key: `sound:${n}`, input_hash: "h", kind: "confirm", amount_fen: 1 };
  const rows: Record<string, Record<string, unknown>> = {
    sale: { order_id: `order_sound_${n}`, sold_at: at, total_fen: 1 },
    sale_line: {
      ...{ order_line_id: `line_sound_${n}`, order_id, product_title: "x" },
      ...{ quantity: 1, paid_fen: 1, return_days: 1 },
    },
    sale_apart: { id: `leaf_sound_${n}`, ...leaf, amount_fen: 1 },
    income_credit: {
      ...{ id: `${line_id}:hh_${n}`, order_id, order_line_id: line_id, ...household },
      ...{ linkage: "purchase", category: "business", weight_g: 1, share_ppm: 1 },
      ...{ gross_fen: 1, net_fen: 1, ...parts },
    },
    ledger_transaction: { ...head, order_id, occurred_at: at, period: 202611 },
  };
  return rows[table] ?? {};
}

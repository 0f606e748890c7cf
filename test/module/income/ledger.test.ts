import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import knex from "knex";
import { Client } from "pg";

import { IncomeModuleService } from "../../../backend/src/modules/income/service";
import type { Movement, RefundMovement } from "../../../backend/src/modules/income/types";
import { freshDatabase, type TestDatabase } from "../../support/postgres";
import { orangeLine, orangeSale } from "../../unit/income/sale";

let database: TestDatabase;
let pg: Knex;
let ledger: IncomeModuleService;
let count = 0;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 24 } });
  ledger = new IncomeModuleService({ [ContainerRegistrationKeys.PG_CONNECTION]: pg });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

/** A frozen sale of three boxes, under ids of its own. */
async function sold(): Promise<{
  order_id: string;
  line_id: string;
  households: [string, string];
}> {
  count += 1;
  const n = count.toString();
  const order_id = `order_${n}`;
  const line_id = `line_${n}`;
  const households: [string, string] = [`hh_zhong_${n}`, `hh_lai_${n}`];
  const line = orangeLine({ order_line_id: line_id });
  const contributors = line.terms?.contributors.map((one, i) => ({
    ...one,
    household_id: households[i] ?? "hh",
  }));
  const terms = line.terms && { ...line.terms, contributors: contributors ?? [] };
  await ledger.freeze(orangeSale({ order_id, lines: [{ ...line, terms }] }));
  return { order_id, line_id, households };
}

function capture(order_id: string, amount_fen = 11_970): Movement {
  return {
    id: `capt_${order_id}`,
    payment_id: `pay_${order_id}`,
    order_id,
    amount_fen,
    at: "2026-11-20T03:00:00Z",
  };
}

function refund(order_id: string, amount_fen: number, id = "1"): RefundMovement {
  return {
    ...capture(order_id, amount_fen),
    id: `ref_${order_id}_${id}`,
    cause: "buyer",
    returned: [],
  };
}

async function balances(order_id: string) {
  return pg("credit_balance").where({ order_id }).orderBy("credited_fen", "desc");
}

async function transactions(order_id: string): Promise<number> {
  const rows: unknown[] = await pg("ledger_transaction").where({ order_id });
  return rows.length;
}

describe("a capture", () => {
  it("credits each household once, however often it is announced", async () => {
    const { order_id } = await sold();
    const first = await ledger.credit(capture(order_id));
    const again = await ledger.credit(capture(order_id));
    expect(again).toEqual({ seq: first.seq, replayed: true });
    expect((await balances(order_id)).map((row) => Number(row.expected_fen))).toEqual([5195, 3184]);
    expect(await transactions(order_id)).toBe(1);
  });

  it("credits once when twenty announcements come at the same time", async () => {
    const { order_id } = await sold();
    const posted = await Promise.all(
      Array.from({ length: 20 }, () => ledger.credit(capture(order_id))),
    );
    expect(posted.filter((one) => !one.replayed)).toHaveLength(1);
    expect(await transactions(order_id)).toBe(1);
  });

  it("is refused when the same capture comes back with another amount", async () => {
    const { order_id } = await sold();
    await ledger.credit(capture(order_id));
    await expect(ledger.credit(capture(order_id, 11_971))).rejects.toMatchObject({
      code: "ledger_key_reused",
    });
    expect(await transactions(order_id)).toBe(1);
  });

  it("is divided by the sale that was frozen first, whatever is frozen later", async () => {
    const { order_id, line_id } = await sold();
    const line = orangeLine({ order_line_id: line_id });
    const generous = line.terms && { ...line.terms, service_ppm: 900_000 };
    await ledger.freeze(orangeSale({ order_id, lines: [{ ...line, terms: generous }] }));
    await ledger.credit(capture(order_id));
    expect((await balances(order_id)).map((row) => Number(row.expected_fen))).toEqual([5195, 3184]);
  });
});

describe("a refund", () => {
  it("takes the credit back as if it never happened", async () => {
    const { order_id } = await sold();
    await ledger.credit(capture(order_id));
    await ledger.reverse(refund(order_id, 11_970));
    for (const row of await balances(order_id)) {
      expect(Number(row.expected_fen)).toBe(0);
      expect(Number(row.reversed_fen)).toBe(Number(row.credited_fen));
    }
  });

  it("of more than is left is refused and changes nothing", async () => {
    const { order_id } = await sold();
    await ledger.credit(capture(order_id));
    await ledger.reverse(refund(order_id, 7000));
    const before = await balances(order_id);
    await expect(ledger.reverse(refund(order_id, 4971, "2"))).rejects.toMatchObject({
      code: "over_refund",
    });
    expect(await balances(order_id)).toEqual(before);
  });

  it("of the whole wins once among twenty at the same time", async () => {
    const { order_id } = await sold();
    await ledger.credit(capture(order_id));
    const tries = Array.from({ length: 20 }, (_, i) =>
      ledger.reverse(refund(order_id, 11_970, i.toString())),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await transactions(order_id)).toBe(2);
  });

  it("never claws back what the household was paid", async () => {
    const { order_id, households } = await sold();
    await ledger.credit(capture(order_id));
    await walk(order_id, households[0]);
    await ledger.reverse(refund(order_id, 11_970));
    const [zhong, lai] = await balances(order_id);
    expect(Number(zhong?.paid_fen)).toBe(5195);
    expect(Number(zhong?.reversed_fen)).toBe(0);
    expect(Number(lai?.settled_fen)).toBe(0);
    expect(Number(lai?.reversed_fen)).toBe(3184);
  });
});

const at = "2026-11-25T00:00:00Z";

/** Walks an order to settled, and pays one household. */
async function walk(order_id: string, household_id: string): Promise<void> {
  const common = { at, order_id, cause: "test", facts: {} };
  await ledger.move(
    { ...common, key: `a:${order_id}`, kind: "accept", from: "expected", to: "earned" },
    { order_id },
  );
  await ledger.move(
    { ...common, key: `s:${order_id}`, kind: "settle", from: "earned", to: "settled" },
    { order_id },
  );
  await ledger.move(payMove(order_id), { household_id }, 5195);
}

function payMove(reference: string) {
  const facts = { reference };
  return {
    at,
    order_id: null,
    cause: "voucher",
    facts,
    key: `pay:${reference}`,
    kind: "pay",
    from: "settled",
    to: "paid",
  } as const;
}

describe("the walk of a credit", () => {
  it("does not settle before the return window is over", async () => {
    const { order_id } = await sold();
    await ledger.credit(capture(order_id));
    const common = { order_id, cause: "test", facts: {} };
    await ledger.move(
      { ...common, at, key: `a:${order_id}`, kind: "accept", from: "expected", to: "earned" },
      { order_id },
    );
    const settle = { ...common, kind: "settle", from: "earned", to: "settled" } as const;
    const early = await ledger.move(
      { ...settle, at, key: `s1:${order_id}` },
      { order_id, settles_by: "2026-11-27T23:59:59Z" },
    );
    const late = await ledger.move(
      { ...settle, at, key: `s2:${order_id}` },
      { order_id, settles_by: "2026-11-28T00:00:00Z" },
    );
    expect(early).toEqual({ moved: 0, amount_fen: 0 });
    expect(late).toEqual({ moved: 2, amount_fen: 8379 });
  });

  it("refuses to pay another sum than is payable, and pays a voucher once", async () => {
    const { order_id, households } = await sold();
    await ledger.credit(capture(order_id));
    await walk(order_id, households[0]);
    const filter = { household_id: households[1] };
    await expect(ledger.move(payMove(`v-${order_id}`), filter, 3183)).rejects.toMatchObject({
      code: "amount_differs",
    });
    expect(await ledger.move(payMove(`v-${order_id}`), filter, 3184)).toEqual({
      moved: 1,
      amount_fen: 3184,
    });
    expect(await ledger.move(payMove(`v-${order_id}`), filter, 3184)).toEqual({
      moved: 1,
      amount_fen: 3184,
    });
    expect(Number((await balances(order_id))[1]?.paid_fen)).toBe(3184);
  });
});

describe("the database itself", () => {
  const tables = [
    "sale",
    "sale_line",
    "sale_leaf",
    "income_credit",
    "ledger_account",
    "ledger_transaction",
    "ledger_posting",
  ];

  it.each(tables)("lets nobody change, delete or empty %s, not even its owner", async (table) => {
    const { order_id } = await sold();
    await ledger.credit(capture(order_id));
    const column =
      { ledger_account: "kind", ledger_transaction: "cause", ledger_posting: "account_id" }[
        table
      ] ?? "order_id";
    await expect(pg.raw("update ?? set ?? = ??", [table, column, column])).rejects.toThrow(
      "yigou:append_only",
    );
    await expect(pg.raw("delete from ??", [table])).rejects.toThrow("yigou:append_only");
    await expect(pg.raw("truncate ?? cascade", [table])).rejects.toThrow("yigou:append_only");
  });

  it("refuses a transaction whose postings do not add up to zero", async () => {
    const { order_id } = await sold();
    const legs = [
      { account_id: "buyers", kind: "buyers", owner_id: "buyers", order_id, amount_fen: -100 },
    ];
    await expect(rawPost(order_id, legs)).rejects.toThrow("yigou:ledger_unbalanced");
    expect(await transactions(order_id)).toBe(0);
  });

  it("refuses a balanced pair of postings slipped into an earlier transaction", async () => {
    const { order_id } = await sold();
    const { seq } = await ledger.credit(capture(order_id));
    const rows = [1, -1].map((amount_fen) => ({
      transaction_seq: seq,
      account_id: "buyers",
      amount_fen,
    }));
    await expect(pg("ledger_posting").insert(rows)).rejects.toThrow("yigou:append_only");
  });

  it("lets no state of a credit fall below zero", async () => {
    const { order_id, line_id, households } = await sold();
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
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query("select ledger_post($1::jsonb)", [JSON.stringify({ ...head, postings })]);
  } finally {
    await client.end();
  }
}

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import knex from "knex";
import { Client } from "pg";

import { IncomeModuleService } from "../../../backend/src/modules/income/service";
import { verifyLedger } from "../../../backend/src/scripts/ledger-verify";
import { freshDatabase, type TestDatabase } from "../../support/postgres";
import { orangeLine, orangeSale } from "../../unit/income/sale";

let database: TestDatabase;
let pg: Knex;
let root: Client;

beforeEach(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 4 } });
  root = new Client({ connectionString: database.superuserUrl });
  await root.connect();
  await threeOrders();
});

afterEach(async () => {
  await root.end();
  await pg.destroy();
  await database.drop();
});

/** Three orders of oranges: one paid, one partly refunded, one paid out to its households. */
async function threeOrders(): Promise<void> {
  const ledger = new IncomeModuleService({ [ContainerRegistrationKeys.PG_CONNECTION]: pg });
  const at = "2026-11-20T03:00:00.000Z";
  for (const n of ["1", "2", "3"]) {
    const order_id = `order_v${n}`;
    await ledger.freeze(
      orangeSale({ order_id, lines: [orangeLine({ order_line_id: `line_v${n}` })] }),
    );
    await recordInMedusa(n);
    const payment = { payment_id: `pay_v${n}`, order_id, at };
    await ledger.credit({ ...payment, id: `capt_v${n}`, amount_fen: 11_970 });
    if (n === "2")
      await ledger.reverse({
        ...payment,
        id: "ref_v2",
        amount_fen: 3990,
        cause: "buyer",
        returned: [],
        bearers: [],
      });
  }
  const steps = [
    ["accept", "expected", "earned"],
    ["settle", "earned", "settled"],
    ["pay", "settled", "paid"],
  ] as const;
  for (const [kind, from, to] of steps) {
    const order_id = "order_v3";
    await ledger.move(
      { key: `${kind}:v3`, kind, from, to, at, order_id, cause: "test", facts: {} },
      { order_id },
    );
  }
}

/** What Medusa's payment module would have written: the verification starts from it. */
async function recordInMedusa(n: string): Promise<void> {
  const raw = '{"value":"119.7","precision":20}';
  await root.query("begin");
  await root.query("set local session_replication_role = replica");
  await root.query(
    `insert into payment (id, amount, raw_amount, currency_code, provider_id, payment_collection_id, payment_session_id)
     values ('pay_v' || $1, 119.7, $2, 'cny', 'pp_sandbox_local', 'pay_col_v' || $1, 'payses_v' || $1)`,
    [n, raw],
  );
  await root.query(
    `insert into order_payment_collection (id, order_id, payment_collection_id)
     values ('ordpay_v' || $1, 'order_v' || $1, 'pay_col_v' || $1)`,
    [n],
  );
  await root.query(
    "insert into capture (id, amount, raw_amount, payment_id) values ('capt_v' || $1, 119.7, $2, 'pay_v' || $1)",
    [n, raw],
  );
  if (n === "2") {
    await root.query(
      "insert into refund (id, amount, raw_amount, payment_id) values ('ref_v2', 39.9, $1, 'pay_v2')",
      ['{"value":"39.9","precision":20}'],
    );
  }
  await root.query("commit");
}

/** A superuser who switches the guards off. */
async function tamper(sql: string): Promise<void> {
  await root.query("begin");
  await root.query("set local session_replication_role = replica");
  await root.query(sql);
  await root.query("commit");
}

describe("the verification of the ledger", () => {
  it("finds nothing where nothing was touched, and tells the figures to the fen", async () => {
    const { postings, ...figures } = await verifyLedger(root);
    expect(postings).toBeGreaterThan(20);
    expect(figures).toEqual({
      ok: true,
      transactions: 7,
      sum_fen: 0,
      captured_fen: 35_910,
      refunded_fen: 3990,
      credited_fen: 35_910,
      reversed_fen: 3990,
      household_credited_fen: 25_137,
      household_reversed_fen: 2793,
      loss_pool_fen: 0,
      blocks: 0,
      sealed: 0,
      unsealed: 7,
      head: null,
      gaps: [],
    });
  });

  it.each([
    [
      "one fen moved from one household to the other",
      `update ledger_posting set amount_fen = amount_fen + case when credit_id like '%zhong' then 1 else -1 end
        where account_id like 'household:%:expected' and order_id = 'order_v1'`,
    ],
    [
      "a posting removed",
      "delete from ledger_posting where (transaction_seq, leg) = (select transaction_seq, leg from ledger_posting order by 1 desc, 2 desc limit 1)",
    ],
    [
      "a transaction removed with its postings",
      `with gone as (delete from ledger_posting where transaction_seq = 2)
       delete from ledger_transaction where seq = 2`,
    ],
    [
      "a transaction invented",
      `with t as (insert into ledger_transaction (idempotency_key, input_hash, kind, order_id, payment_id, source_id, amount_fen, occurred_at, period, movement_no)
         values ('capture:capt_x', 'h', 'capture', 'order_v1', 'pay_v1', 'capt_x', 100, now(), 202611, 9) returning seq)
       insert into ledger_posting (transaction_seq, leg, account_id, order_id, amount_fen)
       select t.seq, x.leg, x.account_id, 'order_v1', x.amount_fen from t, (values (1, 'buyers', -100), (2, 'unattributed', 100)) x (leg, account_id, amount_fen)`,
    ],
    [
      "the households of two postings swapped",
      `update ledger_posting p set account_id = o.account_id from ledger_posting o
        where p.transaction_seq = 1 and o.transaction_seq = 1 and p.leg <> o.leg
          and p.account_id like 'household:%' and o.account_id like 'household:%'`,
    ],
    [
      "a balance raised",
      "update credit_balance set expected_fen = expected_fen + 1 where order_id = 'order_v1'",
    ],
    [
      "the frozen terms changed after the sale",
      `update sale_line set terms = jsonb_set(terms, '{service_ppm}', '100000') where order_id = 'order_v1'`,
    ],
    [
      "a delivered weight changed after the sale",
      `update sale_line set terms = jsonb_set(terms, '{contributors,0,weight_g}', '1') where order_id = 'order_v1'`,
    ],
    [
      "a capture that Medusa knows and the ledger does not",
      "delete from ledger_transaction where source_id = 'capt_v3'",
    ],
    ["a capture that grew in Medusa", "update capture set amount = 119.71 where id = 'capt_v1'"],
    ["a refund hidden from Medusa", "update refund set deleted_at = now()"],
  ])("finds %s", async (_, sql) => {
    await tamper(sql);
    const found = await verifyLedger(root);
    expect(found.ok).toBe(false);
    expect(found.gaps.length).toBeGreaterThan(0);
  });
});

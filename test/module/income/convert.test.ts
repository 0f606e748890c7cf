/** A ledger of schema version 1 keeps every fen, every leg and every state when it becomes version 2. */
import { Client } from "pg";

import { Migration20261122000100 } from "../../../backend/src/modules/income/migrations/Migration20261122000100";
import { Migration20261122000200 } from "../../../backend/src/modules/income/migrations/Migration20261122000200";
import { Migration20261122000300 } from "../../../backend/src/modules/income/migrations/Migration20261122000300";
import { Migration20261122000350 } from "../../../backend/src/modules/income/migrations/Migration20261122000350";
import { Migration20261122000400 } from "../../../backend/src/modules/income/migrations/Migration20261122000400";
import { Migration20261122000500 } from "../../../backend/src/modules/income/migrations/Migration20261122000500";
import { Migration20261122000600 } from "../../../backend/src/modules/income/migrations/Migration20261122000600";
import { Migration20261122000700 } from "../../../backend/src/modules/income/migrations/Migration20261122000700";
import { Migration20261122081000 } from "../../../backend/src/modules/income/migrations/Migration20261122081000";
import { Migration20261122120001 } from "../../../backend/src/modules/income/migrations/Migration20261122120001";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let old: Client;

const NAME = `t_version_1_${process.pid.toString()}`;

beforeAll(async () => {
  database = await freshDatabase();
  await asRoot(`create database ${NAME}`);
  const url = new URL(database.superuserUrl);
  url.pathname = `/${NAME}`;
  old = new Client({ connectionString: url.toString() });
  await old.connect();
  for (const migration of [Migration20261122000100, Migration20261122000200]) {
    for (const sql of statementsOf(migration)) await old.query(sql);
  }
  await old.query(VERSION_1);
});

afterAll(async () => {
  await old.end();
  await asRoot(`drop database ${NAME}`);
  await database.drop();
});

async function asRoot(sql: string): Promise<void> {
  const root = new Client({ connectionString: database.superuserUrl });
  await root.connect();
  await root.query(sql);
  await root.end();
}

type IncomeMigration = typeof Migration20261122000100 | typeof Migration20261122081000;

/** What came between version 2 and its leaner form. */
const BETWEEN = [
  Migration20261122000350,
  Migration20261122000400,
  Migration20261122000500,
  Migration20261122000600,
  Migration20261122000700,
];

/** What a migration would run. */
function statementsOf(migration: IncomeMigration): string[] {
  const made: unknown = Reflect.construct(migration, []);
  if (!(made instanceof migration)) throw new Error("not a migration");
  made.up();
  return made.getQueries().map(String);
}

/** A sale of 100 yuan: captured, a fifth refunded, the rest delivered; one leg of freight. */
const VERSION_1 = `
insert into sale (order_id, sold_at, total_fen) values ('o1', '2026-10-20T02:00:00Z', 11200);
insert into sale_line (order_line_id, order_id, product_title, cooperative_id, quantity, paid_fen, return_days, terms)
  values ('l1', 'o1', '脐橙', 'c1', 5, 10000, 3, '{"cooperative_id": "c1"}'), ('l2', 'o1', '竹篮', null, 1, 700, 3, null);
insert into income_credit (id, order_id, order_line_id, household_id, alias, division_code, linkage, category, weight_g,
    share_ppm, gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen)
  values ('l1:h1', 'o1', 'l1', 'h1', '钟家', '360722101201', 'purchase', 'business', 1, 1000000, 10000, 0, 0, 1000, 0, 9000);
insert into sale_leaf (id, order_id, order_line_id, part, owner_id, credit_id, amount_fen) values
  ('l1:h1:household', 'o1', 'l1', 'household', 'h1', 'l1:h1', 9000), ('l1:freight', 'o1', 'l1', 'freight', 'c1', null, 1000),
  ('l2:unattributed', 'o1', 'l2', 'unattributed', 'platform', null, 700), ('o1:shipping', 'o1', null, 'shipping', 'platform', null, 500);
insert into credit_balance (credit_id, order_id, order_line_id, household_id, division_code, cooperative_id, category, sold_on)
  values ('l1:h1', 'o1', 'l1', 'h1', '360722101201', 'c1', 'business', '2026-10-20');
select ledger_post('{"key":"capture:c1","hash":"h","kind":"capture","order_id":"o1","payment_id":"p1","source_id":"c1",
  "amount_fen":10000,"cause":"payment","occurred_at":"2026-10-31T16:30:00Z","postings":[
  {"account_id":"buyers","kind":"buyers","owner_id":"buyers","order_id":"o1","amount_fen":-10000},
  {"account_id":"household:h1:expected","kind":"household","owner_id":"h1","state":"expected","order_id":"o1",
   "leaf_id":"l1:h1:household","credit_id":"l1:h1","amount_fen":9000},
  {"account_id":"freight:c1","kind":"freight","owner_id":"c1","order_id":"o1","leaf_id":"l1:freight","amount_fen":1000}]}');
select ledger_post('{"key":"refund:r1","hash":"h","kind":"refund","order_id":"o1","payment_id":"p1","source_id":"r1",
  "amount_fen":2000,"cause":"buyer","occurred_at":"2026-11-02T00:00:00Z","postings":[
  {"account_id":"buyers","kind":"buyers","owner_id":"buyers","order_id":"o1","amount_fen":2000},
  {"account_id":"household:h1:expected","kind":"household","owner_id":"h1","state":"expected","order_id":"o1",
   "leaf_id":"l1:h1:household","credit_id":"l1:h1","amount_fen":-1800},
  {"account_id":"freight:c1","kind":"freight","owner_id":"c1","order_id":"o1","leaf_id":"l1:freight","amount_fen":-200}]}');
select ledger_post('{"key":"accept:o1","hash":"h","kind":"accept","order_id":"o1","amount_fen":7200,"cause":"delivered",
  "occurred_at":"2026-11-05T00:00:00Z","postings":[
  {"account_id":"household:h1:expected","kind":"household","owner_id":"h1","state":"expected","order_id":"o1",
   "leaf_id":"l1:h1:household","credit_id":"l1:h1","amount_fen":-7200},
  {"account_id":"household:h1:earned","kind":"household","owner_id":"h1","state":"earned","order_id":"o1",
   "leaf_id":"l1:h1:household","credit_id":"l1:h1","amount_fen":7200}]}');
`;

/** What nothing but a hand on the database can have done. */
const WRONG_LEAF = `alter table sale_leaf disable trigger user;
  update sale_leaf set amount_fen = amount_fen - 1 where part = 'freight'`;

/** Migrates, after something else; all of it or nothing. */
async function migrate(migration: IncomeMigration, before = "select 1"): Promise<void> {
  await old.query("begin");
  try {
    for (const sql of [before, ...statementsOf(migration)]) await old.query(sql);
    await old.query("commit");
  } catch (error) {
    await old.query("rollback");
    throw error;
  }
}

const LEGS = `select transaction_seq, account_id, order_id, leaf_id, credit_id, amount_fen from ledger_posting
  order by 1, 2, 6`;
const BALANCES = `select credit_id, order_id, credited_fen, reversed_fen, expected_fen, earned_fen, settled_fen, state,
  settles_at from credit_balance`;

const FROZEN = `select to_jsonb(x) as row from sale_leaf x union all select to_jsonb(x) from income_credit x
  union all select to_jsonb(x) from sale_line x order by 1`;

async function rowsOf(sql: string): Promise<unknown[]> {
  const { rows } = await old.query<Record<string, unknown>>(sql);
  return rows;
}

describe("the conversion of schema version 1", () => {
  it("keeps legs and balances, numbers what was not numbered, and goes on from there", async () => {
    const before = { legs: await rowsOf(LEGS), balances: await rowsOf(BALANCES) };
    await old.query("begin");
    for (const sql of statementsOf(Migration20261122000300)) await old.query(sql);
    await old.query("commit");
    expect({ legs: await rowsOf(LEGS), balances: await rowsOf(BALANCES) }).toEqual(before);
    expect(
      await rowsOf(
        "select kind, period, corrects_period, movement_no from ledger_transaction order by seq",
      ),
    ).toEqual([
      { kind: "capture", period: 202611, corrects_period: null, movement_no: 1 },
      { kind: "refund", period: 202611, corrects_period: null, movement_no: 2 },
      { kind: "accept", period: 202611, corrects_period: null, movement_no: null },
    ]);
    expect(
      await rowsOf(
        "select array_agg(leg order by leg) as legs from ledger_posting group by transaction_seq order by transaction_seq",
      ),
    ).toEqual([{ legs: [1, 2, 3] }, { legs: [1, 2, 3] }, { legs: [1, 2] }]);
    expect(await rowsOf("select credit_id from credit_due")).toEqual([{ credit_id: "l1:h1" }]);
    const frozen = await rowsOf(FROZEN);
    for (const migration of [...BETWEEN, Migration20261122081000]) await migrate(migration);
    await expect(migrate(Migration20261122120001, WRONG_LEAF)).rejects.toThrow(
      "yigou:leaves_differ the leaves of o1",
    );
    await migrate(Migration20261122120001);
    expect(await rowsOf("select id from sale_apart")).toEqual([{ id: "o1:shipping" }]);
    expect({ legs: await rowsOf(LEGS), balances: await rowsOf(BALANCES) }).toEqual(before);
    expect(frozen).toHaveLength(7);
    expect(await rowsOf(FROZEN)).toEqual(frozen);
    await old.query("select ledger_move_due($1::jsonb, 10)", [
      JSON.stringify({ ...SETTLE, occurred_at: "2026-11-09T00:00:00Z" }),
    ]);
    expect(await rowsOf("select state, earned_fen, settled_fen from credit_balance")).toEqual([
      { state: "settled", earned_fen: "0", settled_fen: "7200" },
    ]);
    await expect(old.query("update ledger_transaction set cause = ''")).rejects.toThrow(
      "yigou:append_only",
    );
  });
});

const SETTLE = { key: "settle:1", hash: "h", kind: "settle", from: "earned", to: "settled" };

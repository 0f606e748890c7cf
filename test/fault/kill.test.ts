/** `kill -9` in the middle of selling: no money is lost, none is credited twice, no box disappears. */
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { expectLedgerOk, look } from "../http/ledger";
import { listGoods, until } from "../http/shop";
import { visitorNamed } from "../http/visitor";
import { api, loginAs } from "../support/api";
import { type Backend, startBackend } from "../support/backend";
import { freshDatabase, type TestDatabase } from "../support/postgres";
import { letIn, nothingTold } from "./crowd";
import { diceOf } from "./dice";

const SEED = Number(process.env["YIGOU_FAULT_SEED"] ?? 20_261_122);
const PURCHASES = Number(process.env["YIGOU_FAULT_PURCHASES"] ?? 200);
const AT_ONCE = 8;
const STOCK = 5_000;
const KILLS = Number(process.env["YIGOU_FAULT_KILLS"] ?? 8);
/** An order may stay without a payment this long; the sweeps have their own rhythm on top. */
const PATIENCE_MS = 120_000;

let database: TestDatabase;
let backend: Backend;
const told = nothingTold();
const variants: string[] = [];
let kills = 0;

/** Kills and restarts while the crowd buys: after so many answers and a moment, both from the seed. */
async function killAtRandom(isOver: () => boolean): Promise<void> {
  const dice = diceOf(SEED + 1);
  const { port } = backend;
  const env = { YIGOU_SWEEP_S: "2" };
  const marks = Array.from({ length: KILLS }, () => Math.floor(dice() * PURCHASES * 0.8));
  for (const mark of marks.toSorted((a, b) => a - b)) {
    while (told.orders.size < mark && !isOver()) await sleep(20);
    await sleep(dice() * 2_000);
    await backend.kill();
    kills += 1;
    backend = await startBackend({ databaseUrl: database.url, port, env });
  }
}

beforeAll(async () => {
  database = await freshDatabase();
  backend = await startBackend({ databaseUrl: database.url, env: { YIGOU_SWEEP_S: "2" } });
  const { url } = backend;
  const seller = await visitorNamed(url, "cooperative");
  for (const price_fen of [1001, 3990, 8888]) {
    variants.push((await listGoods(seller, { price_fen, stock: STOCK })).variant_id);
  }
  const operator = await loginAs(api(url), "operator");
  let isOver = false;
  const dice = diceOf(SEED);
  const market = { url, variants, operator, dice, purchases: PURCHASES, at_once: AT_ONCE };
  const crowd = letIn(market, told).finally(() => {
    isOver = true;
  });
  await Promise.all([crowd, killAtRandom(() => isOver)]);
  console.log(
    `seed ${SEED}: ${kills} kills, ${told.orders.size} orders answered, ${told.abandoned} abandoned, ` +
      `${told.refunds} refunds, ${told.broken} calls broken off`,
  );
}, 12 * 60_000);

afterAll(async () => {
  await backend.stop();
  await database.drop();
});

const count = z.object({ count: z.coerce.number() });

async function countOf(sql: string, values: unknown[] = []): Promise<number> {
  const [row] = await look(database, count, sql, values);
  return row?.count ?? Number.NaN;
}

const PAID = `select l.order_id from order_payment_collection l
  join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
  join capture c on c.payment_id = p.id and c.deleted_at is null where l.deleted_at is null`;

it("met the crowd at work: calls broke off, and the backend was killed again and again", () => {
  expect(kills).toBe(KILLS);
  expect(told.broken).toBeGreaterThan(0);
  expect(told.refunds).toBeGreaterThan(0);
  expect(told.orders.size + told.abandoned).toBe(PURCHASES);
});

it("gave no answer but success, busy and a connection that broke off", () => {
  expect(told.strange).toEqual([]);
});

it("leaves no order without a payment that is older than a minute", async () => {
  const sql = `select count(*) from "order" o where o.status <> 'canceled' and o.deleted_at is null
    and o.created_at < now() - interval '60 seconds' and o.id not in (${PAID})`;
  await until(
    () => countOf(sql),
    (stranded) => stranded === 0,
    PATIENCE_MS,
  );
});

it("leaves a ledger that verifies", async () => {
  const verdict = await expectLedgerOk(database, PATIENCE_MS);
  expect(verdict.refunded_fen).toBeGreaterThan(0);
});

it("credits every captured payment once, and takes every refund back once", async () => {
  const wrong = (table: string, kind: string): Promise<number> =>
    countOf(
      `select count(*) from ${table} m where m.deleted_at is null and
        (select count(*) from ledger_transaction t where t.kind = $1 and t.source_id = m.id) <> 1`,
      [kind],
    );
  expect(await wrong("capture", "capture")).toBe(0);
  expect(await wrong("refund", "refund")).toBe(0);
  const captures = await countOf("select count(*) from capture where deleted_at is null");
  expect(captures).toBeGreaterThanOrEqual(told.orders.size);
});

it("keeps every order that a buyer was told of: paid once, in full", async () => {
  const row = z.object({
    order_id: z.string(),
    captures: z.coerce.number(),
    paid: z.coerce.number(),
  });
  const sql = `select l.order_id, count(c.id) as captures, sum(c.amount) as paid
    from order_payment_collection l
    join payment p on p.payment_collection_id = l.payment_collection_id
    join capture c on c.payment_id = p.id and c.deleted_at is null
    where l.deleted_at is null group by l.order_id`;
  const paid = new Map((await look(database, row, sql)).map((found) => [found.order_id, found]));
  for (const [order_id, total_fen] of told.orders) {
    const found = paid.get(order_id);
    expect(found?.captures, order_id).toBe(1);
    expect(Math.round((found?.paid ?? 0) * 100), order_id).toBe(total_fen);
  }
});

it("reserves exactly the boxes that live orders hold", async () => {
  const row = z.object({ reserved: z.coerce.number(), held: z.coerce.number() });
  const sql = `select n.reserved_quantity as reserved, coalesce((
      select sum(i.quantity) from order_line_item t
      join order_item i on i.item_id = t.id and i.deleted_at is null
      join "order" o on o.id = i.order_id and o.version = i.version and o.status <> 'canceled'
      where t.variant_id = s.variant_id), 0) as held
    from product_variant_inventory_item s
    join inventory_level n on n.inventory_item_id = s.inventory_item_id and n.deleted_at is null
    where s.variant_id = any($1)`;
  await until(
    () => look(database, row, sql, [variants]),
    (rows) => rows.every(({ reserved, held }) => reserved === held),
    PATIENCE_MS,
  );
});

/**
 * A storm of notifications: each comes one to five times, shuffled, refunds before their captures, some
 * forged, some too old, and the backend is killed under it. The end is what the payment house decided.
 * `npm run torture -- --events 10000` is the storm in full.
 */
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { checkoutReplySchema } from "@yigou/backend/contract";

import { expectLedgerOk, look } from "../http/ledger";
import { listGoods, until, withKey } from "../http/shop";
import { replyOf, type Visitor, visitorNamed } from "../http/visitor";
import { checkoutOf } from "../lists/checkouts";
import { type Backend, startBackend } from "../support/backend";
import { freshDatabase, type TestDatabase } from "../support/postgres";
import { diceOf } from "./dice";
import { type Charge, decide, type Sending, signatureOf, stormOf } from "./events";

const EVENTS = Number(process.env["YIGOU_TORTURE_EVENTS"] ?? 1_000);
const SEED = Number(process.env["YIGOU_TORTURE_SEED"] ?? 7);
const ORDERS = Math.min(80, 20 + Math.floor(EVENTS / 100));
const AT_ONCE = 12;
const KILLS = 4;
const PATIENCE_MS = 240_000 + EVENTS * 100;

let database: TestDatabase;
let house: Backend;
let guest: Visitor;
let charges: Charge[];
let sendings: Sending[];
/** Status codes by kind of sending. */
const answered = { good: new Set(), forged: new Set(), stale: new Set() };
const acknowledged = new Set<string>();
let broken = 0;

const env = (failpoint?: string): NodeJS.ProcessEnv => ({
  YIGOU_SWEEP_S: "1",
  ...(failpoint ? { YIGOU_FAILPOINT: failpoint } : {}),
});

async function openOrder(variant_id: string, dice: () => number): Promise<Charge> {
  const body = checkoutOf(variant_id, 1 + Math.floor(dice() * 3));
  body["payment_data"] = { outcome: "pending" };
  const { order } = replyOf(
    await guest.post("/store/checkout", body, withKey()),
    checkoutReplySchema,
  );
  const [session] = await look(
    database,
    z.object({ id: z.string() }),
    `select s.id from payment_session s join order_payment_collection l
       on l.payment_collection_id = s.payment_collection_id where l.order_id = $1`,
    [order.id],
  );
  const session_id = session?.id ?? "";
  return decide({ session_id, order_id: order.id, amount_fen: order.total_fen }, dice);
}

/** Sends until there is an answer: the house does not give up because a line broke. */
async function send(sending: Sending): Promise<void> {
  for (;;) {
    try {
      const headers = { "x-yigou-signature": signatureOf(sending) };
      const path = "/hooks/payment/sandbox_local";
      const answer = await guest.post(path, sending.word, { headers });
      if (answer.status < 500) {
        answered[sending.kind].add(answer.status);
        if (answer.status === 200) acknowledged.add(sending.word.event_id);
        return;
      }
    } catch {
      broken += 1;
    }
    await sleep(200);
  }
}

/** Dies right after an acknowledgement, again and again: what was acknowledged must be there. */
async function killUnderway(isOver: () => boolean): Promise<void> {
  const dice = diceOf(SEED + 1);
  const { port } = house;
  for (let kills = 0; kills < KILLS && !isOver(); kills++) {
    const point = kills % 2 === 0 ? "acknowledged" : "stored";
    const pass = 5 + Math.floor(dice() * (EVENTS / KILLS / 4));
    await house.kill();
    const failpoint = `receive-event:${point}:kill@${pass}`;
    const armed = { databaseUrl: database.url, port, env: env(failpoint), mayDie: true };
    house = await startBackend(armed);
    while (house.isAlive() && !isOver()) await sleep(100);
  }
  await house.kill();
  house = await startBackend({ databaseUrl: database.url, port, env: env() });
}

beforeAll(async () => {
  database = await freshDatabase();
  house = await startBackend({ databaseUrl: database.url, env: env() });
  guest = await visitorNamed(house.url, "anonymous");
  const seller = await visitorNamed(house.url, "cooperative");
  const goods = await listGoods(seller, { price_fen: 8888, stock: 10_000 });
  const dice = diceOf(SEED);
  charges = [];
  for (let n = 0; n < ORDERS; n++) charges.push(await openOrder(goods.variant_id, dice));
  sendings = stormOf(charges, EVENTS, dice);
  const waiting = [...sendings];
  let isOver = false;
  const began = Date.now();
  const worker = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await send(next);
  };
  const storm = Promise.all(Array.from({ length: AT_ONCE }, worker)).finally(() => {
    isOver = true;
  });
  await Promise.all([storm, killUnderway(() => isOver)]);
  console.log(
    `${EVENTS} events about ${ORDERS} orders in ${sendings.length} sendings, ${KILLS} kills, ` +
      `${broken} broken off: ${Date.now() - began} ms`,
  );
}, PATIENCE_MS);

afterAll(async () => {
  await house.stop();
  await database.drop();
});

const idRow = z.object({ id: z.string() });

it("accepts what is signed and fresh, and nothing that is forged or too old", async () => {
  expect([...answered.good]).toEqual([200]);
  expect([...answered.forged]).toEqual([401]);
  expect([...answered.stale]).toEqual([400]);
  const stored = new Set(
    (await look(database, idRow, "select event_id as id from inbox_event")).map(({ id }) => id),
  );
  const bad = sendings.filter(({ kind }) => kind !== "good");
  expect(bad.length).toBeGreaterThan(0);
  expect(bad.filter(({ word }) => stored.has(word.event_id))).toEqual([]);
});

it("acknowledges nothing before it is stored, though it was killed right afterwards", async () => {
  const found = await look(database, idRow, "select event_id as id from inbox_event");
  const stored = new Set(found.map(({ id }) => id));
  expect([...acknowledged].filter((event_id) => !stored.has(event_id))).toEqual([]);
  const good = new Set(
    sendings.flatMap(({ kind, word }) => (kind === "good" ? [word.event_id] : [])),
  );
  expect(stored).toEqual(good);
});

const fen = z.coerce.number();
const stateRow = z.object({
  order_id: z.string(),
  is_canceled: z.boolean(),
  captured_fen: fen,
  refunded_fen: fen,
  credited_fen: fen,
  reversed_fen: fen,
});
type State = z.output<typeof stateRow>;

const STATES = `
select o.id as order_id, o.status = 'canceled' as is_canceled,
  coalesce((select round(sum(c.amount) * 100) from payment p join capture c on c.payment_id = p.id and c.deleted_at is null
    where p.payment_collection_id = l.payment_collection_id and p.deleted_at is null), 0) as captured_fen,
  coalesce((select round(sum(r.amount) * 100) from payment p join refund r on r.payment_id = p.id and r.deleted_at is null
    where p.payment_collection_id = l.payment_collection_id and p.deleted_at is null), 0) as refunded_fen,
  coalesce((select sum(amount_fen) from ledger_transaction t where t.order_id = o.id and t.kind = 'capture'), 0) as credited_fen,
  coalesce((select sum(amount_fen) from ledger_transaction t where t.order_id = o.id and t.kind = 'refund'), 0) as reversed_fen
from "order" o join order_payment_collection l on l.order_id = o.id and l.deleted_at is null
order by o.id`;

/** What the house's decisions come to. */
function modelOf({ order_id, fate, amount_fen, refunds }: Charge): State {
  const paid = fate === "captured" ? amount_fen : 0;
  const back = refunds.reduce((sum, refund) => sum + refund.amount_fen, 0);
  const books = { captured_fen: paid, refunded_fen: back, credited_fen: paid, reversed_fen: back };
  return { order_id, is_canceled: fate === "failed", ...books };
}

it("comes to what the payment house decided, to the fen, whatever came first and how often", async () => {
  const model = charges.map(modelOf).toSorted((a, b) => (a.order_id < b.order_id ? -1 : 1));
  await until(
    () => look(database, idRow, "select event_id as id from inbox_event where state <> 'done'"),
    (left) => left.length === 0,
    PATIENCE_MS,
  );
  const states = await until(
    () => look(database, stateRow, STATES),
    (found) => JSON.stringify(found) === JSON.stringify(model),
    120_000,
  ).catch(() => look(database, stateRow, STATES));
  expect(states).toEqual(model);
});

it("leaves a ledger that verifies", async () => {
  await expectLedgerOk(database);
});

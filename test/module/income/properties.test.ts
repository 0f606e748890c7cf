/**
 * Random histories against the real database through the real service, beside the rules in memory: the same
 * legs, the same balances, whatever comes twice, at once, out of order or after a restart.
 * `YIGOU_PROPERTIES_DATABASE_RUNS` makes it longer (`npm run properties`).
 */
import fc from "fast-check";
import { Client } from "pg";
import { z } from "zod";

import type { Bearer, Sale } from "../../../backend/src/modules/income/types";
import { verifyLedger } from "../../../backend/src/scripts/ledger-verify";
import { happening, play, sweep } from "../../unit/income/happenings";
import { expectTrue } from "../../unit/income/invariants";
import { OrderInMemory } from "../../unit/income/order-in-memory";
import { anySale } from "../../unit/income/sale";
import { type Desk, openDesk } from "./desk";
import { Mirror } from "./mirror";

const numRuns = Number(process.env["YIGOU_PROPERTIES_DATABASE_RUNS"] ?? 200);
const seed = process.env["YIGOU_PROPERTIES_SEED"];
const settings = { numRuns: Math.ceil(numRuns / 2), ...(seed ? { seed: Number(seed) } : {}) };
const bearer = fc.constantFrom<Bearer["borne_by"]>("loss_pool", "cooperative");
const history = fc.array(happening, { minLength: 3, maxLength: 14 });

let desk: Desk;
let orders = 0;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** The sale under ids of its own, so that histories do not meet in the database. */
function apart(sale: Sale): Sale {
  orders += 1;
  const n = orders.toString();
  const lines = sale.lines.map((line) => ({
    ...line,
    order_line_id: `${line.order_line_id}_${n}`,
  }));
  return { ...sale, order_id: `order_p${n}`, sold_at: "2026-10-20T02:00:00.000Z", lines };
}

const anyHistory = fc.asyncProperty(anySale, bearer, history, async (sale, by, happenings) => {
  const own = apart(sale);
  await desk.ledger.freeze(own);
  const order = new OrderInMemory(own, by);
  const ledger = new Mirror(own, desk.pg);
  for (const one of happenings) {
    play(order, ledger, one);
    await ledger.tellAll();
  }
  sweep(order, ledger);
  await ledger.tellAll();
  expectTrue(ledger);
  await ledger.expectSame();
});

const monthRow = z.object({ account_id: z.string(), fen: z.coerce.number() });

async function october() {
  const { rows } = await desk.pg.raw<{ rows: unknown[] }>(
    `select p.account_id, sum(p.amount_fen) as fen from ledger_transaction t
       join ledger_posting p on p.transaction_seq = t.seq where t.period = 202610 group by 1 order by 1`,
  );
  return z.array(monthRow).parse(rows);
}

describe("any history of an order in the database", () => {
  it("has the legs and balances that the rules in memory give", async () => {
    await fc.assert(anyHistory, settings);
  });

  it("goes on the same when its month is closed, and changes no figure of that month", async () => {
    const closing = { county_code: "360722", month: 202610, official_id: "off_test" };
    await desk.ledger.closePeriod(closing);
    const before = await october();
    const last = await desk.pg("ledger_transaction").max("seq as seq").first();
    await fc.assert(anyHistory, settings);
    const { rows } = await desk.pg.raw<{ rows: unknown[] }>(
      `select distinct period, corrects_period from ledger_transaction t where seq > ?
          and exists (select 1 from ledger_posting p where p.transaction_seq = t.seq and p.credit_id is not null)`,
      [last?.["seq"] ?? 0],
    );
    expect(rows).toEqual([{ period: 202611, corrects_period: 202610 }]);
    const after = new Map((await october()).map((one) => [one.account_id, one.fen]));
    for (const { account_id, fen } of before.filter((one) => /^household/.test(one.account_id)))
      expect(after.get(account_id), account_id).toBe(fen);
  });

  it("leaves a ledger whose replay finds no leg, leaf or credit out of place", async () => {
    const client = new Client({ connectionString: desk.database.superuserUrl });
    await client.connect();
    const { gaps, sum_fen } = await verifyLedger(client);
    await client.end();
    expect(sum_fen).toBe(0);
    // Medusa knows nothing of these orders; everything that the ledger's own rows say must be right.
    const own = gaps.filter(
      ({ reason }) => !/capture|refund|captured|refunded|seal|block/.test(reason),
    );
    expect(own).toEqual([]);
  });
});

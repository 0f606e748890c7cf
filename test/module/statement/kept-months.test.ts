/** Pictures of months that are over are kept: the same numbers as from the postings, or they are not read. */
import { keepFlowMonth, missingFlowMonth } from "../../../backend/src/modules/income";
import { rollUp } from "../../../backend/src/modules/income/rollups";
import { flowToKeep } from "../../../backend/src/queries/money-flow/flow-to-keep";
import { keptMonth, nothingKept } from "../../../backend/src/queries/money-flow/kept-month";
import { postingsOf } from "../../../backend/src/queries/money-flow/list-postings";
import { flowOf } from "../../../backend/src/queries/money-flow/read-flow";
import { orangeLine, orangeSale } from "../../unit/income/sale";
import { openBookDesk } from "./book-desk";

let desk: Awaited<ReturnType<typeof openBookDesk>>;

beforeEach(async () => {
  desk = await openBookDesk();
  await rollAll();
});

afterEach(() => desk.close());

const whole = { prefix: "", mayName: false };
const months = ["2026-09", "2026-10", "2026-11"];
const RUNNING = 202611;

/** Another test's open transaction may hold the mark up for a moment. */
async function rollAll(): Promise<void> {
  await vi.waitUntil(
    async () => {
      await rollUp(desk.pg, 100_000);
      const { rows } = await desk.pg.raw<{ rows: { first: number }[] }>(
        "select income_tail_period() as first",
      );
      return rows[0]?.first === 999999;
    },
    { timeout: 30_000 },
  );
}

/** Keeps whatever is missing; answers the months. */
async function keepAll(): Promise<number[]> {
  const kept: number[] = [];
  for (;;) {
    const month = await missingFlowMonth(desk.pg, RUNNING);
    if (month === null) return kept;
    expect(await keepFlowMonth(desk.pg, await flowToKeep(desk.pg, month))).toBe(true);
    kept.push(month);
  }
}

const newestKept = () => desk.inOneView(async (trx) => (await keptMonth(trx, RUNNING)).month);
const read = (month: string) => desk.inOneView((trx) => flowOf(trx, whole, month));
const anew = (month: string) => desk.inOneView((trx) => flowOf(trx, whole, month, nothingKept));

async function expectSame(): Promise<void> {
  for (const month of months) expect(await read(month), month).toEqual(await anew(month));
}

/** A sale of another day, credited now. */
async function sell(name: string, at: string): Promise<void> {
  const order_id = `order_${name}`;
  const line = orangeLine({ order_line_id: `line_${name}` });
  await desk.ledger.sell(orangeSale({ order_id, lines: [line], sold_at: at }), {
    ...{ id: `capt_${name}`, payment_id: `pay_${name}`, order_id, at },
    amount_fen: line.weight_micro / 10_000,
  });
}

it("are kept oldest first, the running month never, and show what the postings show", async () => {
  const kept = await keepAll();
  expect(kept).toContain(202610);
  expect(kept).toEqual([...kept].sort());
  expect(kept.every((month) => month < RUNNING)).toBe(true);
  expect(await newestKept()).toBe(Math.max(...kept));
  await expectSame();
});

it("lead down to the same postings", async () => {
  await keepAll();
  const { flows } = await read("2026-10");
  expect(flows.length).toBeGreaterThan(3);
  for (const { source, target, amount_fen, postings } of flows) {
    const query = { month: "2026-10", source, target, limit: 5, offset: 0 };
    const list = await desk.inOneView((trx) => postingsOf(trx, whole, query, new Date()));
    expect([list.total_fen, list.count], `${source} to ${target}`).toEqual([amount_fen, postings]);
  }
});

it("stay true while the running month goes on, rolled up or not", async () => {
  await keepAll();
  const before = await newestKept();
  await sell("running", "2026-11-21T03:00:00.000Z");
  expect(await newestKept()).toBe(before);
  await expectSame();
  await rollAll();
  expect(await newestKept()).toBe(before);
  await expectSame();
});

it("are not read from the moment on that something late is posted into one, and are kept anew", async () => {
  await keepAll();
  await sell("late", "2026-10-15T03:00:00.000Z");
  expect(await newestKept()).toBeLessThan(202610);
  await expectSame();
  await rollAll();
  expect(await newestKept()).toBeLessThan(202610);
  await expectSame();
  await desk.pg("income_flow_month").update({ kept_at: new Date("2026-01-01T00:00:00Z") });
  expect(await keepAll()).toContain(202610);
  expect(await newestKept()).toBe(202610);
  await expectSame();
});

it("are not kept when something was posted while they were read", async () => {
  const month = await missingFlowMonth(desk.pg, RUNNING);
  const picture = await flowToKeep(desk.pg, month ?? 0);
  await sell(
    "between",
    `${(month ?? 0).toString().slice(0, 4)}-${(month ?? 0).toString().slice(4)}-15T03:00:00.000Z`,
  );
  expect(await keepFlowMonth(desk.pg, picture)).toBe(false);
  expect(await newestKept()).toBe(0);
});

/** Roll-ups say what the postings say, to the fen, whoever commits when; readers see the exact present. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils";
import { asValue } from "@medusajs/framework/awilix";

import { rebuildRollups, rollUp, rollupDrift } from "../../../backend/src/modules/income/rollups";
import { householdSums } from "../../../backend/src/queries/income/household-sums";
import { exactSummary } from "../../../backend/src/queries/income/summary-exact";
import { rolledSummary } from "../../../backend/src/queries/income/summary-rolled";
import { rolledQuestionOf } from "../../../backend/src/queries/income/summary-span";
import { publicTotals } from "../../../backend/src/queries/income/totals";
import { summaryQuerySchema } from "../../../backend/src/contract/income";
import { type Desk, openDesk } from "./desk";
import { drillOf, lot } from "./interleave";

let desk: Desk;
let scope: MedusaContainer;

beforeAll(async () => {
  desk = await openDesk();
  scope = createMedusaContainer();
  scope.register(ContainerRegistrationKeys.PG_CONNECTION, asValue(desk.pg));
});
afterAll(() => desk.close());

const PREFIXES = ["36", "3607", "360722", "360722101", "35", "350583"];
const SPANS = [
  {},
  { from: "2026-01-01", to: "2026-12-31" },
  { from: "2025-03-01", to: "2025-03-31" },
  { from: "2026-05-01", to: "2026-05-31" },
];

/** One question in all its forms: the rolled answer must be the exact one. */
async function compareReaders(draw: (below: number) => number): Promise<void> {
  for (const group_by of ["division", "month", "category"] as const) {
    const prefix = PREFIXES[draw(PREFIXES.length)] ?? "36";
    const category = draw(2) === 0 ? {} : { category: "wage" };
    const span = SPANS[draw(SPANS.length)];
    const query = summaryQuerySchema.parse({ group_by, ...span, ...category });
    const question = rolledQuestionOf(prefix, query);
    if (!question) continue;
    const exact = await exactSummary(scope, prefix, query);
    expect(await rolledSummary(scope, prefix, question), JSON.stringify({ prefix, query })).toEqual(
      exact,
    );
  }
}

describe("roll-ups", () => {
  it("do not differ by a fen after random interleavings with late commits", async () => {
    const drill = drillOf(desk.pg, 20_261_122);
    const draw = lot(7);
    for (let step = 0; step < 200; step++) {
      await drill.step();
      if (step % 10 === 0) await compareReaders(draw);
      if (step % 50 === 0) expect(await rollupDrift(desk.pg, 5)).toEqual([]);
    }
    await drill.finish();
    expect(await rollupDrift(desk.pg, 5)).toEqual([]);
    expect(drill.done.late).toBeGreaterThan(20);
    expect(drill.done.rolledBack).toBeGreaterThan(5);
  });

  it("leave a posting for later while an older transaction is still open, and then take it", async () => {
    const { order_id } = await desk.sold();
    await untilNothingWaits();
    const older = await desk.pg.transaction();
    await older.raw("select pg_current_xact_id()");
    await desk.ledger.credit({
      id: "capt_waiting",
      payment_id: "pay_waiting",
      order_id,
      amount_fen: 11_970,
      at: "2026-11-20T03:00:00Z",
    });
    await rollUp(desk.pg, 1000);
    expect(await tail()).toBe(2);
    await compareReaders(lot(3));
    await older.commit();
    await untilNothingWaits();
    expect(await rollupDrift(desk.pg, 5)).toEqual([]);
  });

  it("are rolled by one of ten runners at a time, and nothing is counted twice", async () => {
    const drill = drillOf(desk.pg, 5);
    for (let step = 0; step < 60; step++) await drill.step();
    const runs = await Promise.all(Array.from({ length: 10 }, () => rollUp(desk.pg, 3)));
    expect(runs.filter((one) => one.busy).length).toBeLessThan(10);
    await drill.finish();
    expect(await rollupDrift(desk.pg, 5)).toEqual([]);
  });

  it("come out the same when they are built anew, again and again, also while sales go on", async () => {
    const rows = () =>
      desk.pg("income_rollup").orderBy(["depth", "category", "scope_code", "period"]);
    while ((await rollUp(desk.pg, 1000)).more);
    const before: unknown[] = await rows();
    const steps: string[] = [];
    await rebuildRollups(desk.pg, ({ step }) => steps.push(step));
    expect(steps).toHaveLength(4);
    const after: unknown[] = await rows();
    // A row of nothing, left by who is not public any more, is not built again.
    expect(after).toEqual(before.filter((row) => !isNothing(row)));
    const drill = drillOf(desk.pg, 77);
    for (let step = 0; step < 20; step++) await drill.step();
    await rebuildRollups(desk.pg, () => undefined);
    await compareReaders(lot(11));
    await drill.finish();
    expect(await rollupDrift(desk.pg, 5)).toEqual([]);
  });

  it("that were changed by hand are found and named", async () => {
    await desk
      .pg("income_rollup")
      .where({ depth: 6, scope_code: "360722", category: "", period: 0 })
      .increment("settled_fen", 1);
    const [found] = await rollupDrift(desk.pg, 5);
    expect(found).toMatchObject({ source: "income_rollup", key: "6//360722/0" });
    await rebuildRollups(desk.pg, () => undefined);
    expect(await rollupDrift(desk.pg, 5)).toEqual([]);
  });
});

describe("readers", () => {
  it("of households see what is not rolled up yet", async () => {
    const drill = drillOf(desk.pg, 99);
    for (let step = 0; step < 40; step++) await drill.step();
    expect(await tail()).toBeGreaterThan(0);
    await compareSums();
    await drill.finish();
    await compareSums();
  });

  it("count a household once whose income was reversed and came again", async () => {
    for (const seed of [201, 202, 203]) {
      const drill = drillOf(desk.pg, seed);
      for (let step = 0; step < 30; step++) await drill.step();
      await compareTotals();
      await drill.finish();
      await compareTotals();
    }
  });
});

/** Public totals and household sums against plain aggregation over the balances. */
async function compareTotals(): Promise<void> {
  const totals = await publicTotals(scope);
  const found: unknown = await desk
    .pg("credit_balance")
    .whereRaw("settled_fen + paid_fen + confirmed_fen > 0 and countable")
    .select(desk.pg.raw("count(distinct household_id)::int as households"))
    .select(desk.pg.raw("sum(settled_fen + paid_fen + confirmed_fen)::int as credited_fen"))
    .first();
  expect({ households: totals.households, credited_fen: totals.credited_fen }).toEqual(found);
}

/** Sums of households against plain aggregation over the balances. */
async function compareSums(): Promise<void> {
  const ids = Array.from({ length: 25 }, (_, i) => `hh_${i.toString()}`);
  const sums = await householdSums(scope, ids);
  const found: unknown[] = await desk
    .pg("credit_balance")
    .whereIn("household_id", ids)
    .where("credited_fen", ">", 0)
    .groupBy("household_id")
    .select("household_id")
    .select(desk.pg.raw("sum(settled_fen + paid_fen + confirmed_fen)::int as credited_fen"))
    .select(desk.pg.raw("sum(expected_fen + earned_fen)::int as pending_fen"))
    .select(desk.pg.raw("max(sold_on)::text as last_credit_on"))
    .orderBy("household_id");
  const told = [...sums].map(([household_id, one]) => ({ household_id, ...one }));
  expect(told.toSorted((a, b) => (a.household_id < b.household_id ? -1 : 1))).toEqual(found);
}

async function tail(): Promise<number> {
  const { rows } = await desk.pg.raw<{ rows: unknown[] }>("select 1 from income_tail()");
  return rows.length;
}

/** Databases of other tests share the server: while one of their transactions is open, nothing later is taken. */
async function untilNothingWaits(): Promise<void> {
  const taken = async (): Promise<boolean> => {
    await rollUp(desk.pg, 1000);
    return (await tail()) === 0;
  };
  await vi.waitUntil(taken, { timeout: 20_000, interval: 100 });
}

function isNothing(row: unknown): boolean {
  return (
    typeof row === "object" &&
    row !== null &&
    "category" in row &&
    row.category === "public" &&
    "households" in row &&
    String(row.households) === "0"
  );
}

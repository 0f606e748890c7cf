/** A rebuild of the roll-ups that dies half-way, or does not begin at its beginning, changes nothing. */
import { rebuildRollups, rollUp, rollupDrift } from "../../../backend/src/modules/income/rollups";
import { type Desk, openDesk } from "./desk";
import { drillOf } from "./interleave";

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  const drill = drillOf(desk.pg, 31);
  for (let step = 0; step < 30; step++) await drill.step();
  await drill.finish();
  while ((await rollUp(desk.pg, 1000)).more);
});
afterAll(() => desk.close());

const STEP = "select income_rollup_rebuild(?)";

/** Every row that readers may see. */
async function rows(): Promise<unknown> {
  return Promise.all([
    desk.pg("income_rollup").orderBy(["depth", "category", "scope_code", "period"]),
    desk.pg("income_rollup_household").orderBy(["household_id", "division_code"]),
    desk.pg("income_rollup_period").orderBy(["county_code", "period", "kind", "category"]),
    desk.pg("ledger_watermark").orderBy("name"),
  ]);
}

describe("a rebuild of the roll-ups", () => {
  it("that is killed after three of its four steps leaves what was, and the next one is whole", async () => {
    const before = await rows();
    const dying = await desk.pg.transaction();
    const { rows: own } = await dying.raw<{ rows: { pid: number }[] }>(
      "select pg_backend_pid() as pid",
    );
    for (const step of [1, 2, 3]) await dying.raw(STEP, [step]);
    expect(await rows()).toEqual(before);
    await desk.pg.raw("select pg_terminate_backend(?)", [own[0]?.pid ?? 0]);
    await expect(dying.raw(STEP, [4])).rejects.toThrow();
    await dying.rollback().catch(() => undefined);
    expect(await rows()).toEqual(before);

    await rebuildRollups(desk.pg, () => undefined);
    expect(await rollupDrift(desk.pg, 5)).toEqual([]);
  });

  it("that does not begin with its first step is refused", async () => {
    const before = await rows();
    for (const step of [2, 3, 4]) {
      await expect(desk.pg.raw(STEP, [step])).rejects.toThrow("yigou:rebuild_step");
    }
    // Nor does what somebody else has put in the place of the first step's table count.
    const impostor = await desk.pg.transaction();
    await impostor.raw("create temp table rebuild_credit (household_id text) on commit drop");
    await expect(impostor.raw(STEP, [2])).rejects.toThrow("yigou:rebuild_step");
    await impostor.rollback();
    expect(await rows()).toEqual(before);
  });
});

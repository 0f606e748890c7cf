/** Any balance or summary as it stood: by what had happened, and by what was in the books. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { asValue } from "@medusajs/framework/awilix";
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils";

import { summaryQuerySchema } from "../../../backend/src/contract/income";
import { householdIncome } from "../../../backend/src/queries/income/household-income";
import { incomeSummary } from "../../../backend/src/queries/income/summary";
import { capture, type Desk, openDesk, refund } from "./desk";

let desk: Desk;
let scope: MedusaContainer;

beforeAll(async () => {
  desk = await openDesk();
  scope = createMedusaContainer();
  scope.register(ContainerRegistrationKeys.PG_CONNECTION, asValue(desk.pg));
});
afterAll(() => desk.close());

/** The village of the oranges. */
const VILLAGE = "360722101201";
const SOLD = "2026-11-20T03:00:00Z";
const ACCEPTED = "2026-11-21T03:00:00Z";
const REFUNDED = "2026-11-22T03:00:00Z";

/** Sold, accepted a day later, partly refunded another day later, all posted now. */
async function story() {
  const sold = await desk.sold();
  const { order_id } = sold;
  await desk.ledger.credit({ ...capture(order_id), at: SOLD });
  const move = { order_id, cause: "test", facts: {}, at: ACCEPTED, key: `a:${order_id}` };
  await desk.ledger.move({ ...move, kind: "accept", from: "expected", to: "earned" }, { order_id });
  await desk.ledger.reverse({ ...refund(order_id, 11_970), at: REFUNDED });
  return sold;
}

const total = async (household_id: string, past: { as_of?: string; known_at?: string }) => {
  const { credits, total: sums } = await householdIncome(scope, household_id, past);
  return [credits.length, sums.expected_fen, sums.earned_fen, sums.reversed_fen];
};

describe("a household's account as of an instant", () => {
  it("holds what had happened by then, and nothing that happened later", async () => {
    const [zhong] = (await story()).households;
    expect(await total(zhong, { as_of: "2026-11-20T02:59:59Z" })).toEqual([0, 0, 0, 0]);
    expect(await total(zhong, { as_of: SOLD })).toEqual([1, 5195, 0, 0]);
    expect(await total(zhong, { as_of: ACCEPTED })).toEqual([1, 0, 5195, 0]);
    expect(await total(zhong, { as_of: REFUNDED })).toEqual([1, 0, 0, 5195]);
    expect(await total(zhong, {})).toEqual([1, 0, 0, 5195]);
  });

  it("shows the state and the reversals of then", async () => {
    const [zhong] = (await story()).households;
    const [then] = (await householdIncome(scope, zhong, { as_of: ACCEPTED })).credits;
    expect(then).toMatchObject({ state: "earned", reversals: [] });
    const [now] = (await householdIncome(scope, zhong, {})).credits;
    expect(now?.reversals).toMatchObject([{ amount_fen: 5195, cause: "buyer" }]);
  });

  it("by what the books knew holds nothing of what was posted afterwards", async () => {
    const before = new Date(Date.now() - 1000).toISOString();
    const [zhong] = (await story()).households;
    const after = new Date(Date.now() + 1000).toISOString();
    expect(await total(zhong, { known_at: before })).toEqual([0, 0, 0, 0]);
    expect(await total(zhong, { known_at: after })).toEqual([1, 0, 0, 5195]);
    expect(await total(zhong, { known_at: after, as_of: SOLD })).toEqual([1, 5195, 0, 0]);
  });
});

describe("a summary as of an instant", () => {
  it("adds up to the accounts of that instant, in every grouping", async () => {
    await story();
    const at = (group_by: string, as_of?: string) =>
      incomeSummary(scope, VILLAGE, summaryQuerySchema.parse({ group_by, as_of }));
    const found: unknown = await desk
      .pg("income_credit")
      .where({ division_code: VILLAGE })
      .sum({ net: "net_fen" })
      .first();
    for (const group of ["division", "month", "household", "product", "cooperative", "category"]) {
      const { rows, total: then } = await at(group, SOLD);
      expect({ net: then.expected_fen.toString() }, group).toEqual(found);
      expect(
        rows.reduce((sum, row) => sum + row.expected_fen, 0),
        group,
      ).toBe(then.expected_fen);
      expect((await at(group)).total, group).toMatchObject({ expected_fen: 0, earned_fen: 0 });
    }
  });
});

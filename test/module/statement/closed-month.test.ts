/** A closed month's statement stays as it is, whatever comes later. */
import { openBookDesk } from "./book-desk";

let desk: Awaited<ReturnType<typeof openBookDesk>>;

beforeAll(async () => {
  desk = await openBookDesk();
});

afterAll(() => desk.close());

const september = { from: 202609, to: 202609 };

it("a refund that comes late counts in the open month and names the closed one", async () => {
  for (const month of [202609, 202610]) {
    await desk.pg("ledger_period").insert({ county_code: "360722", month, closed_by: "official" });
  }
  const before = await desk.household("zhong", september);
  expect(before.statement.closed_months).toEqual(["2026-09"]);
  const october = await desk.household("zhong", { from: 202610, to: 202610 });
  const { seq } = await desk.ledger.reverse({
    ...{ id: "ref_late", payment_id: "pay_12", order_id: "order_12" },
    ...{
      amount_fen: 700,
      at: "2026-09-28T03:00:00.000Z",
      cause: "quality",
      returned: [],
      bearers: [],
    },
  });
  expect(await desk.household("zhong", september)).toEqual(before);
  expect(await desk.household("zhong", { from: 202610, to: 202610 })).toEqual(october);
  const { entries } = await desk.household("zhong", { from: 202611, to: 202611 });
  const late = entries.filter((entry) => entry.seq === seq);
  expect(late.length).toBeGreaterThan(0);
  for (const entry of late) {
    expect(entry).toMatchObject({ period: "2026-11", corrects: "2026-09", kind: "refund" });
  }
  const { statement } = await desk.household("zhong", { from: 202609, to: 202611 });
  const balance = await desk.sum("p.account_id like 'household:hh_zhong:%'");
  expect(statement.total.closing_fen).toBe(balance);
});

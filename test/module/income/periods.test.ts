/** A closed month never changes: what comes later lands in an open month and names the closed one. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { asValue } from "@medusajs/framework/awilix";
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils";
import { z } from "zod";

import { rollUp } from "../../../backend/src/modules/income/rollups";
import { IncomeModuleService } from "../../../backend/src/modules/income/service";
import { readPeriod } from "../../../backend/src/queries/period/read-period";
import { capture, type Desk, openDesk, refund } from "./desk";

let desk: Desk;
let scope: MedusaContainer;

beforeEach(async () => {
  desk = await openDesk();
  scope = createMedusaContainer();
  scope.register(ContainerRegistrationKeys.PG_CONNECTION, asValue(desk.pg));
});
afterEach(() => desk.close());

/** The county of the oranges. */
const COUNTY = "360722";
const official_id = "off_county";
const close = (month: number, county_code = COUNTY) =>
  desk.ledger.closePeriod({ county_code, month, official_id });

const official = { division_code: COUNTY, role: "county_official" } as const;
const month = (name: string) => readPeriod(scope, official, name, undefined);

const SEPTEMBER = "2026-09-20T03:00:00Z";
const OCTOBER = "2026-10-20T03:00:00Z";

/** An order that was sold and paid for at an instant. */
async function soldAt(at: string): Promise<{ order_id: string }> {
  const sold = await desk.sold();
  await desk.ledger.credit({ ...capture(sold.order_id), at });
  return sold;
}

async function monthsOf(order_id: string) {
  const rows: unknown = await desk
    .pg("ledger_transaction")
    .where({ order_id })
    .orderBy("seq")
    .select("kind", "period", "corrects_period");
  const row = z.object({
    kind: z.string(),
    period: z.number(),
    corrects_period: z.number().nullable(),
  });
  return z.array(row).parse(rows);
}

describe("closing a month", () => {
  it("writes down what moved in it, who closed it, and how far the ledger was", async () => {
    const { order_id } = await soldAt(SEPTEMBER);
    await desk.ledger.reverse({ ...refund(order_id, 1000), at: SEPTEMBER });
    const { totals } = await close(202609);
    expect(totals.credited_fen).toBe(8379);
    expect(totals.reversed_fen).toBeGreaterThan(0);
    expect(totals.head_seq).toBeGreaterThan(0);
    const shown = await month("2026-09");
    expect(shown).toMatchObject({ state: "closed", closed_by: official_id, corrections: [] });
    expect(shown.totals).toMatchObject({
      credited_fen: totals.credited_fen,
      reversed_fen: totals.reversed_fen,
    });
  });

  it("is refused a second time, for a month that is not over, and before an earlier one", async () => {
    await soldAt(SEPTEMBER);
    await soldAt(OCTOBER);
    await expect(close(202610)).rejects.toMatchObject({ code: "period_earlier_open" });
    await close(202609);
    await expect(close(202609)).rejects.toMatchObject({ code: "period_closed" });
    await close(202610);
    const now = new Date(Date.now() + 8 * 3_600_000);
    const running = now.getUTCFullYear() * 100 + now.getUTCMonth() + 1;
    await expect(close(running)).rejects.toMatchObject({ code: "period_running" });
    await expect(close(running + 100)).rejects.toMatchObject({ code: "period_running" });
  });

  it("wins once when ten officials press the button at the same moment", async () => {
    await soldAt(SEPTEMBER);
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => close(202609)));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of tries) {
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "period_closed" });
    }
  });

  it("closes the own county alone", async () => {
    const { order_id } = await soldAt(SEPTEMBER);
    await close(202609, "350583");
    await desk.ledger.reverse({ ...refund(order_id, 1000), at: SEPTEMBER });
    expect((await monthsOf(order_id)).map((one) => one.period)).toEqual([202609, 202609]);
  });

  it("cannot be undone or changed by the application", async () => {
    await soldAt(SEPTEMBER);
    await close(202609);
    await expect(desk.pg("ledger_period").delete()).rejects.toThrow(
      /append_only|permission denied/,
    );
    await expect(desk.pg("ledger_period").update({ totals: "{}" })).rejects.toThrow(
      /append_only|permission denied/,
    );
  });
});

describe("what comes after the closing", () => {
  it("leaves the figures as they are: late captures and refunds land in the next month", async () => {
    const { order_id } = await soldAt(SEPTEMBER);
    const closed = await close(202609);
    await desk.ledger.reverse({ ...refund(order_id, 2000), at: SEPTEMBER });
    const late = await soldAt(SEPTEMBER);
    expect(await monthsOf(order_id)).toEqual([
      { kind: "capture", period: 202609, corrects_period: null },
      { kind: "refund", period: 202610, corrects_period: 202609 },
    ]);
    expect(await monthsOf(late.order_id)).toEqual([
      { kind: "capture", period: 202610, corrects_period: 202609 },
    ]);
    for (const rolled of [false, true]) {
      if (rolled) await rollUp(desk.pg, 1000);
      const september = await month("2026-09");
      const { head_seq, ...figures } = closed.totals;
      expect(september.totals).toMatchObject(figures);
      expect(september.head_seq).toBe(head_seq);
      expect(september.corrections.map((one) => one.kind)).toEqual(["capture", "refund"]);
      expect(september.corrections.map((one) => one.booked_in)).toEqual(["2026-10", "2026-10"]);
      expect((await month("2026-10")).totals.credited_fen).toBe(8379);
    }
  });

  it("skips every closed month on its way", async () => {
    const { order_id } = await soldAt(SEPTEMBER);
    await close(202609);
    await close(202610);
    await desk.ledger.reverse({ ...refund(order_id, 2000), at: SEPTEMBER });
    expect((await monthsOf(order_id)).at(-1)).toEqual({
      kind: "refund",
      period: 202611,
      corrects_period: 202609,
    });
  });

  it("is either in the closed month's figures or names it, however closing and posting race", async () => {
    const orders = await Promise.all(Array.from({ length: 12 }, () => desk.sold()));
    const posts = orders.map(({ order_id }) =>
      desk.ledger.credit({ ...capture(order_id), at: SEPTEMBER }),
    );
    const [closed] = await Promise.all([close(202609), ...posts]);
    const periods = (await Promise.all(orders.map(({ order_id }) => monthsOf(order_id)))).flat();
    const before = periods.filter((one) => one.period === 202609);
    expect(closed.totals.credited_fen).toBe(before.length * 8379);
    for (const one of periods) {
      expect(one.corrects_period).toBe(one.period === 202609 ? null : 202609);
    }
  });

  it("waits for a posting that is still open, and counts it in", async () => {
    const { order_id } = await desk.sold();
    const trx = await desk.pg.transaction();
    const slow = new IncomeModuleService({ [ContainerRegistrationKeys.PG_CONNECTION]: trx });
    await slow.credit({ ...capture(order_id), at: SEPTEMBER });
    const closing = close(202609);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await trx.commit();
    expect((await closing).totals.credited_fen).toBe(8379);
  });
});

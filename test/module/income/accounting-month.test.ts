/** Closed months: what belongs to one and comes late stands in the open one and names the closed. */
import { z } from "zod";

import { orangeLine, orangeSale } from "../../unit/income/sale";
import { type Desk, capture, openDesk } from "./desk";

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

const row = z.object({ period: z.number(), corrects_period: z.number().nullable() });

async function close(county_code: string, month: number): Promise<void> {
  await desk.pg("ledger_period").insert({ county_code, month, closed_by: "off_1" });
}

/** Credits a sale at an instant and tells in which month it stands. */
async function monthOf(at: string) {
  const { order_id } = await desk.sold();
  const { seq } = await desk.ledger.credit({ ...capture(order_id), at });
  const found: unknown = await desk.pg("ledger_transaction").where({ seq }).first();
  return row.parse(found);
}

describe("the accounting month of a transaction", () => {
  it("is that of its day in Shanghai", async () => {
    expect(await monthOf("2026-06-30T15:59:59Z")).toEqual({
      period: 202606,
      corrects_period: null,
    });
    expect(await monthOf("2026-06-30T16:00:00Z")).toEqual({
      period: 202607,
      corrects_period: null,
    });
  });

  it("is the first open one when its own is closed, and names the closed one", async () => {
    await close("360722", 202511);
    await close("360722", 202512);
    expect(await monthOf("2025-11-15T04:00:00Z")).toEqual({
      period: 202601,
      corrects_period: 202511,
    });
  });

  it("is not moved by another county's closing", async () => {
    await close("350583", 202508);
    expect(await monthOf("2025-08-15T04:00:00Z")).toEqual({
      period: 202508,
      corrects_period: null,
    });
  });

  it("follows the same rule when a sale and its capture come in one call", async () => {
    await close("360722", 202509);
    const line = orangeLine({ order_line_id: "line_late" });
    const sale = orangeSale({ order_id: "order_late", lines: [line] });
    const at = "2025-09-02T00:00:00Z";
    const { seq } = await desk.ledger.sell(sale, { ...capture("order_late"), at });
    const found: unknown = await desk.pg("ledger_transaction").where({ seq }).first();
    expect(row.parse(found)).toEqual({ period: 202510, corrects_period: 202509 });
  });

  it("cannot be opened again: a closing is never changed or taken back", async () => {
    await close("360722", 202501);
    await expect(desk.pg("ledger_period").where({ month: 202501 }).del()).rejects.toThrow();
    await expect(close("360722", 202501)).rejects.toThrow("ledger_period_pkey");
  });
});

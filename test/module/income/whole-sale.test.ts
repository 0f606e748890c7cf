/** A sale that is paid for in one piece is posted as the general way would, by a function of its own. */
import { z } from "zod";

import { type Argument, saleDocument } from "../../../backend/src/modules/income/documents";
import { freezeSale } from "../../../backend/src/modules/income/freeze-sale";
import { headOf } from "../../../backend/src/modules/income/known";
import { capturePostings } from "../../../backend/src/modules/income/postings";
import type { Sale } from "../../../backend/src/modules/income/types";
import { wholeSaleArguments } from "../../../backend/src/modules/income/whole-sale";
import { plainSale } from "../../unit/income/sale";
import { capture, type Desk, openDesk } from "./desk";

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

const headOfSale = ({ order_id, total_fen }: Sale) => ({
  ...{ ...headOf("capture", capture(order_id, total_fen)), cause: "payment" },
  ...{ facts: {}, movement_no: 1 },
});

const argumentsOf = (sale: Sale): Argument[] =>
  wholeSaleArguments(sale, freezeSale(sale), headOfSale(sale)) ?? [];

type Told = Readonly<Record<number, Argument>>;

/** Posts through `ledger_sell_whole`, with some arguments by their place told otherwise. */
async function sellWhole(sale: Sale, otherwise: Told = {}) {
  const told = argumentsOf(sale).map((one, at) =>
    at in otherwise ? (otherwise[at] ?? null) : one,
  );
  await desk.pg.raw("select ledger_sell_whole(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", told);
}

/** Posts through the function for every sale. */
async function sellAny(sale: Sale): Promise<void> {
  const frozen = freezeSale(sale);
  const leaves = frozen.leaves.map((leaf) => ({ ...leaf, captured_fen: 0, reversed_fen: 0 }));
  const postings = capturePostings(sale.order_id, sale.total_fen, leaves);
  const document = { sale: saleDocument(sale, frozen, postings), capture: headOfSale(sale) };
  await desk.pg.raw("select ledger_sell(?::jsonb)", [JSON.stringify(document)]);
}

const TABLES = [
  ...["sale", "sale_line", "sale_apart", "income_credit", "credit_balance", "ledger_transaction"],
  ...["ledger_posting", "credit_due"],
];
/** What each row has of its own: when and as the how-maniest it was written. */
const OWN = ["seq", "transaction_seq", "leg", "frozen_at", "posted_at", "written_in", "salt"];

/** Every row of an order, with the order's id left out. */
async function rowsOf(order_id: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows: unknown = await (table === "credit_due"
      ? desk.pg(table).whereLike("credit_id", `${order_id}%`)
      : desk.pg(table).where({ order_id }));
    found[table] = z
      .array(z.record(z.string(), z.unknown()))
      .parse(rows)
      .map((row) => Object.entries(row).filter(([name]) => !OWN.includes(name)))
      .map((row) => JSON.stringify(row).replaceAll(order_id, "order"))
      .map((text) => text.replace(/"input_hash","[0-9a-f]+"/, ""))
      .sort();
  }
  return found;
}

async function nothingOf(order_id: string): Promise<void> {
  for (const rows of Object.values(await rowsOf(order_id))) expect(rows).toEqual([]);
}

describe("a sale that is paid for in one piece", () => {
  it("leaves behind what the general way leaves behind", async () => {
    await sellWhole(plainSale("whole_one"));
    await sellAny(plainSale("whole_two"));
    const rows = await rowsOf("whole_one");
    expect(rows).toEqual(await rowsOf("whole_two"));
    expect(rows["sale_line"]).toHaveLength(3);
    expect(rows["income_credit"]).toHaveLength(4);
    expect(rows["ledger_posting"]?.length).toBeGreaterThan(8);
  });

  it("has its legs numbered from 1, and they add up to nothing", async () => {
    const rows: unknown = await desk
      .pg("ledger_posting")
      .where({ order_id: "whole_one" })
      .orderBy("leg");
    const legs = z.array(z.object({ leg: z.number(), amount_fen: z.coerce.number() })).parse(rows);
    expect(legs.map(({ leg }) => leg)).toEqual(legs.map((_, n) => n + 1));
    expect(legs[0]?.amount_fen).toBe(-20_001);
    expect(legs.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(0);
  });

  it("is posted once by the service, also by many at a time", async () => {
    const sale = plainSale("whole_once");
    const asked = capture("whole_once", sale.total_fen);
    const posted = await Promise.all(
      Array.from({ length: 8 }, () => desk.ledger.sell(sale, asked)),
    );
    expect(posted.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(posted.map(({ seq }) => seq)).size).toBe(1);
    expect(await desk.transactions("whole_once")).toBe(1);
    const other = { ...asked, amount_fen: 1 };
    await expect(desk.ledger.sell(sale, other)).rejects.toThrow("ledger key was used");
  });

  it("lands in the first open month when it comes late", async () => {
    await desk.ledger.closePeriod({ county_code: "360722", month: 202609, official_id: "off" });
    const sale = { ...plainSale("whole_late"), sold_at: "2026-09-20T03:00:00Z" };
    await desk.ledger.sell(sale, { ...capture("whole_late", sale.total_fen), at: sale.sold_at });
    const heads: unknown[] = await desk
      .pg("ledger_transaction")
      .where({ order_id: "whole_late" })
      .select("period", "corrects_period");
    expect(heads).toEqual([{ period: 202610, corrects_period: 202609 }]);
  });

  it.each([
    ["less than its parts", { 5: 20_000 }, "yigou:ledger_unbalanced"],
    ["more than its parts", { 5: 20_002 }, "yigou:ledger_unbalanced"],
    ["nothing", { 5: 0 }, "yigou:unsound"],
    ["less than nothing", { 5: -1 }, "yigou:unsound"],
    ["nothing to sell", { 8: "[]" }, "yigou:unsound"],
    ["nobody's capture", { 2: null }, "not-null"],
    ["a household without a share", { 10: "{}" }, "not-null"],
  ])("is refused with %s", async (_, otherwise, why) => {
    await expect(sellWhole(plainSale("whole_wrong"), otherwise)).rejects.toThrow(why);
    await nothingOf("whole_wrong");
  });

  it.each([{ quantity: 0 }, { return_days: 400 }, { paid_fen: -1 }])(
    "is refused with a line of %o",
    async (wrong) => {
      const sale = plainSale("whole_line");
      const [first, ...rest] = z
        .array(z.looseObject({}))
        .parse(JSON.parse(String(argumentsOf(sale)[8])));
      const goods = JSON.stringify([{ ...first, ...wrong }, ...rest]);
      await expect(sellWhole(sale, { 8: goods })).rejects.toThrow("yigou:unsound");
      await nothingOf("whole_line");
    },
  );

  it("is refused where a share is below nothing, though the sum is right", async () => {
    const sale = plainSale("whole_share");
    const shares = String(argumentsOf(sale)[10]).slice(1, -1).split(",").map(Number);
    const moved = shares.map((fen, at) =>
      at === 3 ? -1 : at === 5 ? fen + 1 + (shares[3] ?? 0) : fen,
    );
    const wrong = sellWhole(sale, { 10: `{${moved.join(",")}}` });
    await expect(wrong).rejects.toThrow("yigou:unsound");
    await nothingOf("whole_share");
  });
});

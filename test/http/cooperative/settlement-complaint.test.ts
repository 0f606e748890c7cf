/** Income of a line that is complained about is not paid out before the complaint is closed, and then it is. */
import { z } from "zod";

import {
  complaintReplySchema,
  payablesReplySchema,
  settleableReplySchema,
  settlementReplySchema,
} from "@yigou/backend/contract";

import { complaintOf } from "../../lists/after-sale";
import { rejection } from "../complaint-desk";
import { expectLedgerOk, look } from "../ledger";
import { type Listed, listGoods, until } from "../shop";
import { refusalOf, replyOf } from "../visitor";
import { type Counter, openCounter, voucherOf } from "./counter";
import { owedFor, sellBoth } from "./sold-boxes";

let counter: Counter;
/** 39.90, and another line at 68.00. */
let oranges: Listed;
let honey: Listed;

beforeAll(async () => {
  counter = await openCounter();
  oranges = await listGoods(counter.manager, { price_fen: 3990, stock: 100 });
  honey = await listGoods(counter.manager, { price_fen: 6800, stock: 100 });
});
afterAll(() => counter.close());

const sold = async () => sellBoth(counter, oranges, honey);
const owed = async (line_id: string) => owedFor(counter, line_id);

const held = async () => {
  const { under_complaint, total_fen } = replyOf(
    await counter.books.get("/cooperative/settleable"),
    settleableReplySchema,
  );
  return { fen: under_complaint.reduce((sum, one) => sum + one.amount_fen, 0), total_fen };
};

/** Cancels drafts, so that everything is free again. */
async function canceled(id: string): Promise<void> {
  replyOf(await counter.step(counter.books, id, "cancel"), z.unknown());
}

const readOf = async (id: string) =>
  replyOf(await counter.books.get(`/cooperative/settlements/${id}`), settlementReplySchema)
    .settlement;

describe("a complaint about a line", () => {
  it("keeps its income out of a settlement, says so, and lets it in when it is closed", async () => {
    const before = await held();
    const { line, opened, step, windowOver } = await sold();
    const { id } = await opened(complaintOf(line(oranges)));
    await windowOver();
    const [fruit, jar] = [await owed(line(oranges)), await owed(line(honey))];
    expect(fruit).toBeGreaterThan(0);
    expect(await held()).toEqual({
      fen: before.fen + fruit,
      total_fen: before.total_fen + jar,
    });
    const { payables } = replyOf(
      await counter.books.get("/cooperative/payables"),
      payablesReplySchema,
    );
    const waits = payables.reduce((sum, row) => sum + row.under_complaint_fen, 0);
    expect(waits).toBe(before.fen + fruit);

    const first = await counter.prepared();
    expect(first.total_fen).toBe(before.total_fen + jar);
    const nothing = await counter.books.post("/cooperative/settlements", {});
    expect(refusalOf(nothing)).toBe("409 nothing_payable");
    await canceled(first.id);

    // Turned down it still waits: the buyer may go to the operator.
    replyOf(
      await counter.manager.post(`/cooperative/complaints/${id}/answer`, rejection),
      complaintReplySchema,
    );
    expect((await held()).fen).toBe(before.fen + fruit);
    replyOf(await step(id, { verb: "withdraw" }), complaintReplySchema);
    expect(await held()).toEqual({
      fen: before.fen,
      total_fen: before.total_fen + jar + fruit,
    });
    const second = await counter.prepared();
    expect(second.total_fen).toBe(before.total_fen + jar + fruit);
    await canceled(second.id);
  });

  it("that ends with a refund leaves what is left of it payable", async () => {
    const before = await held();
    const { line, opened, windowOver } = await sold();
    const { id } = await opened(complaintOf(line(honey)));
    await windowOver();
    const [fruit, jar] = [await owed(line(oranges)), await owed(line(honey))];
    expect((await held()).fen).toBe(before.fen + jar);
    replyOf(
      await counter.manager.post(`/cooperative/complaints/${id}/answer`, { verb: "accept" }),
      complaintReplySchema,
    );
    const after = await until(held, ({ fen, total_fen }) => {
      return fen === before.fen && total_fen === before.total_fen + fruit;
    });
    expect(after.total_fen).toBe(before.total_fen + fruit);
    await expectLedgerOk(counter.shop.house.database);
  });

  it("is not paid around: one household at once is refused what waits", async () => {
    const { line, opened, windowOver } = await sold();
    await opened(complaintOf(line(oranges)));
    await windowOver();
    const { payables } = replyOf(
      await counter.manager.get("/cooperative/payables"),
      payablesReplySchema,
    );
    const row = payables.find((one) => one.under_complaint_fen > 0);
    const { household_id = "", settled_fen = 0 } = row ?? {};
    const all = { household_id, ...voucherOf(settled_fen, "BANK-0700") };
    expect(refusalOf(await counter.manager.post("/cooperative/payables/pay", all))).toBe(
      "409 amount_differs",
    );
  });
});

describe("a complaint that comes after the settlement was prepared", () => {
  const refused = "409 settlement_under_complaint";

  it("stops it before it is submitted, before it is approved, and before the bank's file", async () => {
    const { line, opened, step, windowOver } = await sold();
    await windowOver();
    const { id } = await counter.prepared();
    const first = await opened(complaintOf(line(oranges)));
    expect((await readOf(id)).complained_lines).toBeGreaterThan(0);
    expect(refusalOf(await counter.step(counter.books, id, "submit"))).toBe(refused);
    replyOf(await step(first.id, { verb: "withdraw" }), complaintReplySchema);
    expect((await readOf(id)).complained_lines).toBe(0);
    replyOf(await counter.step(counter.books, id, "submit"), z.unknown());

    const second = await opened(complaintOf(line(honey)));
    expect(refusalOf(await counter.step(counter.manager, id, "approve"))).toBe(refused);
    replyOf(await step(second.id, { verb: "withdraw" }), complaintReplySchema);
    replyOf(await counter.step(counter.manager, id, "approve"), z.unknown());

    const third = await opened(complaintOf(line(oranges)));
    const file = await counter.bankFile(counter.books, id, "csv");
    expect(`${file.status} ${file.text}`).toMatch(/^409 .*settlement_under_complaint/);
    // Nothing is held for a file that was not made: the complaint's refund finds the income free.
    const holds = `select count(*) as n from credit_hold h join settlement_line l on l.id = h.holder where l.settlement_id = $1`;
    const row = z.object({ n: z.coerce.number() });
    expect(await look(counter.shop.house.database, row, holds, [id])).toEqual([{ n: 0 }]);
    replyOf(await step(third.id, { verb: "withdraw" }), complaintReplySchema);
    expect((await counter.bankFile(counter.books, id, "csv")).status).toBe(200);
  });

  it("and after the bank has the file changes nothing: that money is on its way", async () => {
    const { line, opened, windowOver } = await sold();
    await windowOver();
    const { id, total_fen } = await counter.approved();
    expect((await counter.bankFile(counter.books, id, "csv")).status).toBe(200);
    await opened(complaintOf(line(oranges)));
    expect((await readOf(id)).complained_lines).toBe(0);
    expect((await counter.bankFile(counter.books, id, "csv")).status).toBe(200);
    const path = `/cooperative/settlements/${id}/vouchers`;
    const paid = await counter.books.post(path, voucherOf(total_fen, "BANK-0710"));
    replyOf(paid, z.unknown());
    await expectLedgerOk(counter.shop.house.database);
  });
});

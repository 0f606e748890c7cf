/** From what is payable to the bank's voucher: two people, one file, nothing twice. */
import { z } from "zod";

import {
  bookingReplySchema,
  movedReplySchema,
  payablesReplySchema,
  settlementReplySchema,
  settlementsReplySchema,
  voucherFileReplySchema,
} from "@yigou/backend/contract";

import { households } from "../../../backend/src/scripts/demo/data/households";
import { expectLedgerOk, look } from "../ledger";
import { PDF, upload } from "../table/settlement-facts";
import { refusalOf, replyOf, type Visitor } from "../visitor";
import { type Counter, openCounter, voucherOf } from "./counter";

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());

const readOf = async (who: Visitor, id: string) =>
  replyOf(await who.get(`/cooperative/settlements/${id}`), settlementReplySchema).settlement;

describe("a settlement above the sum of the rule pack", () => {
  it("goes from the bookkeeper over the manager to the bank and into the ledger", async () => {
    const { shop, books, manager, other, payable, settledSale, step, linesOf, prepared, bankFile } =
      counter;
    await settledSale(600_000);
    const due = await payable();
    const { id, total_fen } = await prepared();
    expect(total_fen).toBe(due.total_fen);
    expect(refusalOf(await books.post("/cooperative/settlements", {}))).toBe("409 nothing_payable");

    replyOf(await step(books, id, "submit"), settlementReplySchema);
    expect(refusalOf(await step(books, id, "approve"))).toBe("403 forbidden_action");
    expect(refusalOf(await step(other, id, "approve"))).toBe("404 not_found");
    const early = await bankFile(books, id, "csv");
    expect(early.status).toBe(409);
    expect((await readOf(manager, id)).may).toContain("approve");
    replyOf(await step(manager, id, "approve"), settlementReplySchema);

    const { status, text } = await bankFile(books, id, "csv");
    expect(status).toBe(200);
    const lines = await linesOf(id);
    for (const line of lines) expect(text).toContain(line.reference);
    expect(households.some(({ bank_card }) => text.includes(bank_card))).toBe(true);
    expect(text).toContain("仅供银行转账");
    expect((await bankFile(other, id, "csv")).status).toBe(404);
    expect((await bankFile(books, id, "xlsx")).status).toBe(200);
    const reads = await look(
      shop.house.database,
      z.object({ household_id: z.string() }),
      "select household_id from file_read where route = 'POST /cooperative/settlements/:id/bank-file'",
    );
    expect(reads).toHaveLength(2 * lines.length);

    const wrong = await books.post(
      `/cooperative/settlements/${id}/vouchers`,
      voucherOf(1, "BANK-0001"),
    );
    expect(refusalOf(wrong)).toBe("409 amount_differs");
    const file = await books.send("POST", "/cooperative/voucher-files", {
      body: upload(PDF, "回单.pdf", "application/pdf"),
    });
    const { file_id } = replyOf(file, voucherFileReplySchema);
    const body = voucherOf(total_fen, "BANK-0001", { file_id });
    const path = `/cooperative/settlements/${id}/vouchers`;
    const first = replyOf(await books.post(path, body), bookingReplySchema);
    expect(first).toEqual({ booked: lines.length, amount_fen: total_fen, left: 0 });
    expect(replyOf(await books.post(path, body), bookingReplySchema)).toEqual(first);
    const closed = await readOf(books, id);
    expect(closed.status).toBe("closed");
    expect(closed.steps.map(({ verb, role }) => `${verb} ${role}`)).toEqual([
      "prepare bookkeeper",
      "submit bookkeeper",
      "approve manager",
      "export bookkeeper",
      "export bookkeeper",
      "book bookkeeper",
      "close system",
    ]);
    await expectLedgerOk(shop.house.database);
  });

  it("is read by the county with its voucher, and by no other county", async () => {
    const { shop, county } = counter;
    const { settlements } = replyOf(
      await county.get("/official/settlements?status=closed"),
      settlementsReplySchema,
    );
    const [closed] = settlements;
    const path = `/official/settlements/${closed?.id ?? ""}`;
    const { settlement } = replyOf(await county.get(path), settlementReplySchema);
    expect(settlement.may).toEqual([]);
    const file = `/official/vouchers/${settlement.vouchers[0]?.id ?? ""}/file`;
    expect((await county.get(file)).text).toContain("%PDF-");
    const elsewhere = await shop.visitor("county_official_other");
    expect(refusalOf(await elsewhere.get(path))).toBe("404 not_found");
    expect(refusalOf(await elsewhere.get(file))).toBe("404 not_found");
    const after = replyOf(await county.get(path), settlementReplySchema).settlement;
    expect(after.steps.at(-1)).toMatchObject({ verb: "read_voucher", role: "official" });
  });
});

describe("the same income", () => {
  it("stands in one settlement when many prepare at once, and is not paid beside it", async () => {
    const { books, manager, settledSale } = counter;
    await settledSale(3_990);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => books.post("/cooperative/settlements", {})),
    );
    const refusals = answers.filter((answer) => answer.status !== 200).map(refusalOf);
    expect(refusals).toHaveLength(9);
    for (const refusal of refusals)
      expect(["409 credit_in_settlement", "409 nothing_payable"]).toContain(refusal);
    const { payables } = replyOf(await manager.get("/cooperative/payables"), payablesReplySchema);
    const held = payables.find((row) => row.in_settlement_fen > 0);
    const { household_id = "", settled_fen = 0 } = held ?? {};
    const beside = { household_id, ...voucherOf(settled_fen, "BANK-0100") };
    expect(refusalOf(await manager.post("/cooperative/payables/pay", beside))).toBe(
      "409 amount_differs",
    );
  });

  it("is paid at once by one person up to the sum, where the place allows it, and not above", async () => {
    const { books, manager, payable, settledSale, step } = counter;
    const { settlements } = replyOf(
      await books.get("/cooperative/settlements?status=draft"),
      settlementsReplySchema,
    );
    for (const { id } of settlements) replyOf(await step(books, id, "cancel"), z.unknown());
    const { households: due } = await payable();
    const [first] = due;
    const { household_id = "", amount_fen = 0 } = first ?? {};
    const pay = { household_id, ...voucherOf(amount_fen, "BANK-0101") };
    const paid = await manager.post("/cooperative/payables/pay", pay);
    expect(replyOf(paid, movedReplySchema).amount_fen).toBe(amount_fen);
    await settledSale(900_000);
    const dear = (await payable()).households.find((one) => one.amount_fen > 500_000);
    const much = {
      household_id: dear?.household_id,
      ...voucherOf(dear?.amount_fen ?? 0, "BANK-0102"),
    };
    expect(refusalOf(await manager.post("/cooperative/payables/pay", much))).toBe(
      "403 two_people_needed",
    );
  });
});

/** What did not arrive, what the bank says of it, and who keeps the books. */
import { z } from "zod";

import {
  bookingReplySchema,
  membersReplySchema,
  reconciliationReplySchema,
  statementReplySchema,
} from "@yigou/backend/contract";

import { sheetForm, type SheetCell, xlsxOf } from "../../lists/sheets";
import { expectLedgerOk } from "../ledger";
import { upload } from "../table/settlement-facts";
import { refusalOf, replyOf } from "../visitor";
import { type Counter, openCounter, voucherOf } from "./counter";

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());

describe("what did not arrive", () => {
  it("a refused line is payable again at once; a transfer that came back is, too", async () => {
    const { shop, books, other, payable, settledSale, approved } = counter;
    await settledSale(3_990);
    const { id, lines } = await approved();
    const [wrong, ...right] = lines;
    const line = `/cooperative/settlement-lines/${wrong?.id ?? ""}`;
    expect(refusalOf(await other.post(`${line}/fail`, { reason: "账号有误" }))).toBe(
      "404 not_found",
    );
    replyOf(await books.post(`${line}/fail`, { reason: "账号有误" }), z.unknown());
    expect(refusalOf(await books.post(`${line}/fail`, { reason: "账号有误" }))).toBe(
      "409 line_not_pending",
    );
    expect((await payable()).total_fen).toBe(wrong?.amount_fen);

    const rest = right.reduce((sum, one) => sum + one.amount_fen, 0);
    const path = `/cooperative/settlements/${id}/vouchers`;
    replyOf(await books.post(path, voucherOf(rest, "BANK-0200")), bookingReplySchema);
    const back = `/cooperative/settlement-lines/${right[0]?.id ?? ""}/return`;
    const word = { reason: "户名不符", returned_on: "2026-11-22" };
    replyOf(await books.post(back, word), z.unknown());
    expect(refusalOf(await books.post(back, word))).toBe("409 line_not_paid");
    expect((await payable()).total_fen).toBe(
      (wrong?.amount_fen ?? 0) + (right[0]?.amount_fen ?? 0),
    );
    await expectLedgerOk(shop.house.database);
  });
});

describe("the bank's statement", () => {
  it("answers lines by reference, adds nothing the second time, and changes nothing when a row is wrong", async () => {
    const { books, approved } = counter;
    const { id, total_fen, lines } = await approved();
    replyOf(
      await books.post(
        `/cooperative/settlements/${id}/vouchers`,
        voucherOf(total_fen, "BANK-0300"),
      ),
      bookingReplySchema,
    );
    const rows = lines.map((line, n) =>
      [
        "2026-11-22",
        (line.amount_fen / 100).toFixed(2),
        "",
        "某人",
        `货款${line.reference}`,
        `S${n.toString()}`,
      ].join(","),
    );
    const csv = ["交易日期,支出金额,收入金额,对方户名,附言,流水号", ...rows].join("\n");
    const send = async (text: string) =>
      books.send("POST", "/cooperative/bank-statements", {
        body: upload(text, "s.csv", "text/csv"),
      });
    const wrong = await send(`${csv}\n2026-11-22,1.005,,某人,货款,S99`);
    expect(refusalOf(wrong)).toBe("400 statement_row_wrong");
    expect(wrong.text).toContain(`第 ${(rows.length + 2).toString()} 行`);
    const side = async (name: string) =>
      replyOf(
        await books.get(`/cooperative/reconciliation?side=${name}`),
        reconciliationReplySchema,
      );
    const before = await side("ledger");
    expect(before.comparisons.map((one) => one.line?.settlement_id)).toContain(id);
    const first = replyOf(await send(csv), statementReplySchema);
    expect(first.statement).toMatchObject({ row_count: rows.length, new_rows: rows.length });
    expect(first.found.matched).toBe(lines.length);
    const again = replyOf(await send(`${csv}\n`), statementReplySchema);
    expect(again.statement.new_rows).toBe(0);
    const after = await side("ledger");
    expect(after.comparisons.map((one) => one.line?.settlement_id)).not.toContain(id);
  });
});

describe("the bank's statement as an Excel file", () => {
  it("answers lines like a CSV; its days are days, its amounts numbers, its long numbers texts", async () => {
    const { books, approved, settledSale } = counter;
    await settledSale(4_550);
    const { id, total_fen, lines } = await approved();
    const voucher = voucherOf(total_fen, "BANK-0400");
    replyOf(
      await books.post(`/cooperative/settlements/${id}/vouchers`, voucher),
      bookingReplySchema,
    );
    const day = new Date("2026-11-22T00:00:00Z");
    const rows = lines.map((line, n) => [
      ...[day, line.amount_fen / 100, null, "某人", line.reference],
      `6222000000000000${n.toString()}`,
    ]);
    const heading = ["交易日期", "支出金额", "收入金额", "对方户名", "附言", "流水号"];
    const sum = ["合计", total_fen / 100, null, null, null, null];
    const send = async (sheet: SheetCell[][]) => {
      const body = sheetForm(await xlsxOf(sheet));
      return books.send("POST", "/cooperative/bank-statements", { body });
    };
    const wrong = [day, "一百元", null, "某人", "货款", "X1"];
    const refused = await send([heading, ...rows, wrong]);
    expect(refusalOf(refused)).toBe("400 statement_row_wrong");
    expect(refused.text).toContain(`第 ${(rows.length + 2).toString()} 行「支出金额」列`);
    const title = ["信丰农商银行 账户明细", null, null, null, null, null];
    const first = replyOf(await send([title, heading, ...rows, sum]), statementReplySchema);
    expect(first.statement).toMatchObject({ row_count: rows.length, new_rows: rows.length });
    expect(first.found.matched).toBe(lines.length);
    const again = replyOf(await send([heading, ...rows]), statementReplySchema);
    expect(again).toMatchObject({ statement: { new_rows: 0 }, found: { matched: 0 } });
  });
});

describe("the members of a cooperative", () => {
  it("are added by the manager only, and staff keeps no books", async () => {
    const { books, manager } = counter;
    const email = `staff-${Date.now().toString()}@example.com`;
    const body = { name: "周䶮", email, password: "orange-tree-1", role: "staff" };
    expect(refusalOf(await books.post("/cooperative/members", body))).toBe("403 forbidden_action");
    const { members } = replyOf(
      await manager.post("/cooperative/members", body),
      membersReplySchema,
    );
    expect(members.map((one) => one.role)).toContain("staff");
    const answer = await books.post("/auth/cooperative/emailpass", {
      email,
      password: body.password,
    });
    const { token } = replyOf(answer, z.object({ token: z.string() }));
    const headers = { authorization: `Bearer ${token}` };
    const refused = await books.post("/cooperative/settlements", {}, { headers });
    expect(refusalOf(refused)).toBe("403 forbidden_action");
  });
});

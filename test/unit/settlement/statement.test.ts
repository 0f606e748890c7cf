/** Bank statements: the heading found, amounts to the fen, errors named, nothing of a person kept. */
import { markOfName, readStatement, type BankRow } from "../../../backend/src/modules/settlement";
import { referenceIn } from "../../../backend/src/modules/settlement/mark";
import { readSheet } from "../../../backend/src/workflows/file/read-sheet";

const rural = [
  "信丰农村商业银行账户明细",
  "账号：9900001111,币种：人民币",
  "交易日期,交易时间,支出金额,收入金额,账户余额,对方账号,对方户名,摘要,交易流水号",
  '2026-11-16,09:12:33,"1,234.56",,88000.00,9900000000000000123,钟志强,货款 JS202611-003-0001,A0001',
  "20261116,09:12:34,0.10,,87999.90,9900000000000000456,赖 秋 生,货款,A0002",
  "2026-11-17,10:00:00,,500.00,88499.90,1111,某单位,往来,A0003",
  "合计,,1234.66,500.00,,,,,",
].join("\r\n");

const construction = [
  "账号,账户名称,交易时间,借方发生额（支取）,贷方发生额（收入）,余额,币种,对方户名,对方账号,对方开户机构,记账日期,摘要,备注,账户明细编号-交易流水号",
  "1,信丰合作社,20261116 09:12:33,1234.56,0.00,88000.00,人民币,钟志强,9900000000000000123,建行信丰,20261116,转账,JS2026110030001,77-1",
].join("\n");

const postal = [
  "交易日期,借贷标志,交易金额,对手户名,对手账号,附言,流水号",
  "2026/11/16,借,30.00,钟志强,990001230123,果款,P1",
  "2026/11/16,贷,30.00,钟志强,990001230123,退回,P2",
].join("\n");

async function read(text: string | Buffer, layout?: string): Promise<BankRow[]> {
  return readStatement(await readSheet(Buffer.from(text)), layout).rows;
}

describe("a statement", () => {
  it("of a rural commercial bank is read below its title, to the fen", async () => {
    const statement = readStatement(await readSheet(Buffer.from(rural)));
    expect(statement.layout).toBe("rural_commercial");
    expect(statement.rows.map((row) => [row.booked_on, row.out_fen, row.in_fen])).toEqual([
      ["2026-11-16", 123_456, 0],
      ["2026-11-16", 10, 0],
      ["2026-11-17", 0, 50_000],
    ]);
    expect(statement.rows[0]).toMatchObject({
      reference_key: "JS202611-003-0001",
      last4: "0123",
      payee_masked: "钟**",
      payee_mark: markOfName("钟志强"),
      serial: "A0001",
    });
  });

  it("of another bank is known by its heading, and a reference without dashes is one too", async () => {
    const statement = readStatement(await readSheet(Buffer.from(construction)));
    expect(statement.layout).toBe("construction");
    expect(statement.rows[0]).toMatchObject({
      out_fen: 123_456,
      reference_key: "JS202611-003-0001",
    });
  });

  it("may say the direction in a column of its own", async () => {
    const rows = await read(postal);
    expect(rows.map((row) => [row.out_fen, row.in_fen])).toEqual([
      [3_000, 0],
      [0, 3_000],
    ]);
  });

  it("reads the same in GB18030 as in UTF-8", async () => {
    const gb18030 = "vbvS18jVxtos1qez9r3wtu4sttS3vbunw/sKMjAyNi0xMS0xNiw1LjAwLNbT1r7Hvwo=";
    const utf8 = "交易日期,支出金额,对方户名\n2026-11-16,5.00,钟志强\n";
    expect(await read(Buffer.from(gb18030, "base64"))).toEqual(await read(utf8));
  });

  it("keeps neither a name nor an account in full", async () => {
    const remark = rural.replace("货款,A0002", "付990000199001011234,A0002");
    const text = JSON.stringify(await read(remark));
    expect(text).not.toMatch(/钟志强|赖秋生|赖 秋 生|9900000000000000123|990000199001011234/);
  });

  it("tells two transfers apart that are alike to the last sign, and finds the same again", async () => {
    const twice = "交易日期,支出金额,对方户名\n2026-11-16,5.00,钟志强\n2026-11-16,5.00,钟志强\n";
    const [first, second] = await read(twice);
    expect(first?.content_hash).not.toBe(second?.content_hash);
    expect((await read(twice)).map((row) => row.content_hash)).toEqual([
      first?.content_hash,
      second?.content_hash,
    ]);
  });

  it.each([
    ["an amount of a fraction of a fen", rural.replace("0.10", "0.105"), 5, "支出金额"],
    ["an amount in words", rural.replace("500.00,88499.90", "五百,88499.90"), 6, "收入金额"],
    ["a day that is none", rural.replace("20261116,09", "20261316,09"), 5, "交易日期"],
    ["a row without an amount", rural.replace("0.10,,", ",,"), 5, "支出金额"],
  ])(
    "refuses all of it for %s, naming row, column and reason in both languages",
    async (_, text, row, column) => {
      await expect(read(text)).rejects.toMatchObject({
        refusal: "statement_row_wrong",
        facts: { row, column },
      });
      const error: unknown = await read(text).catch((thrown: unknown) => thrown);
      expect(JSON.stringify(error)).toContain(`第 ${row} 行`);
      expect(JSON.stringify(error)).toContain(`row ${row}`);
    },
  );

  it("refuses a file without a heading that anybody knows", async () => {
    await expect(read("a,b,c\n1,2,3\n")).rejects.toMatchObject({
      refusal: "statement_layout_unknown",
    });
    await expect(read(postal, "construction")).rejects.toMatchObject({
      refusal: "statement_layout_unknown",
    });
  });
});

describe("a reference in a remark", () => {
  it.each([
    ["JS202611-003-0001", "JS202611-003-0001"],
    ["付款JS202611 003 0001谢谢", "JS202611-003-0001"],
    ["js2026110030001", "JS202611-003-0001"],
    ["JS202611-1003-0001", "JS202611-1003-0001"],
    ["JS202611-003-00015", null],
    ["货款", null],
  ])("%s → %s", (remark, reference) => {
    expect(referenceIn(remark)).toBe(reference);
  });
});

/** The file for the bank: what a bank reads, what a spreadsheet must not run, what a voucher may be. */
import { bankCsv, bankSheet, voucherKind } from "../../../backend/src/modules/settlement";
import { readSheet } from "../../../backend/src/workflows/file/read-sheet";

const file = {
  lines: [
    {
      payee: "欧阳𠮷",
      card: "9900000000000000123",
      bank: "信丰农商银行",
      amount_fen: 123_456,
      reference: "JS202611-003-0001",
    },
    {
      payee: "=cmd()",
      card: "9900000000000000124",
      bank: "@bank",
      amount_fen: 5,
      reference: "JS202611-003-0002",
    },
  ],
  watermark: "金盆山合作社 JS202611-003 谢秀英 2026-11-22 仅供银行转账",
};

describe("the file for the bank", () => {
  it("is CSV with a mark of its encoding, whole cards and two decimals", () => {
    const text = bankCsv(file).toString();
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain("1,欧阳𠮷,9900000000000000123,信丰农商银行,1234.56,JS202611-003-0001");
    expect(text.trimEnd().split("\r\n").at(-1)).toBe(`合计,,,,1234.61,${file.watermark}`);
  });

  it("has no cell that a spreadsheet runs", () => {
    const cells = bankCsv(file)
      .toString()
      .replace("\uFEFF", "")
      .split(/\r\n|,/);
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    expect(cells).toContain("'=cmd()");
  });

  it("is an Excel workbook too, with cards as texts", async () => {
    const rows = await readSheet(await bankSheet(file));
    expect(rows[1]).toEqual([
      "1",
      "欧阳𠮷",
      "9900000000000000123",
      "信丰农商银行",
      "1234.56",
      "JS202611-003-0001",
    ]);
    expect(rows.at(-1)?.[4]).toBe("1234.61");
  });
});

describe("a voucher's file", () => {
  const pdf = (inside: string) => Buffer.from(`%PDF-1.4\n${inside}\n%%EOF\n`);

  it("may be a PDF, by its bytes and not by its name", () => {
    expect(voucherKind(pdf("1 0 obj<</Type/Catalog>>endobj"))).toBe("pdf");
    expect(voucherKind(Buffer.from("not a pdf"))).toBe("picture");
  });

  it.each([
    "<</OpenAction 2 0 R>>",
    "<</S/JavaScript/JS(app.alert(1))>>",
    "<</Type/EmbeddedFile>>",
    "<</S/Launch>>",
  ])("is refused when it runs something: %s", (inside) => {
    expect(() => voucherKind(pdf(inside))).toThrow(/picture or a PDF/);
  });

  it("is refused when it is cut off", () => {
    expect(() => voucherKind(Buffer.from("%PDF-1.4\n1 0 obj"))).toThrow(/picture or a PDF/);
  });
});

/** What stands on paper: rare characters, figures, the words of an entry. */
import readExcelFile from "read-excel-file/node";

import type { Entry, Statement } from "@yigou/backend/contract";

import { asPdf } from "../../../backend/src/papers/as-pdf";
import { asXlsx } from "../../../backend/src/papers/as-xlsx";
import { yuanText } from "../../../backend/src/papers/paper";
import { printable } from "../../../backend/src/papers/printable";
import { toPaper } from "../../../backend/src/queries/statement/to-paper";
import { textOfPdf } from "../../support/pdf-text";

const line = { opening_fen: 100, in_fen: 12_345, moved_fen: 0, out_fen: 45, closing_fen: 12_400 };

function entry(seq: number, changes: Partial<Entry> = {}): Entry {
  return {
    seq,
    kind: "capture",
    cause: "payment",
    occurred_at: "2026-10-31T17:00:00.000Z",
    period: "2026-11",
    corrects: null,
    reverses_seq: null,
    order_id: "order_1",
    order_display_id: 12,
    goods: "赣南脐橙 × 3",
    lot_code: "JP-2026-11",
    counterpart: "金盆山合作社",
    category: "business",
    account: null,
    from_state: null,
    to_state: null,
    amount_fen: 12_345,
    moved_fen: 0,
    balance_fen: 12_445,
    voucher: null,
    taken_by: null,
    ...changes,
  };
}

function statement(changes: Partial<Statement> = {}): Statement {
  return {
    subject: "household",
    id: "hh_1",
    name: "周䶮㵘骉𠮷",
    place: "长岗村",
    code: "XF-0001",
    from: "2026-01",
    to: "2026-11",
    closed_months: ["2026-09"],
    accounts: [{ kind: "household", state: "expected", ...line }],
    total: { kind: "total", state: null, ...line },
    categories: [
      {
        category: "business",
        credited_fen: 12_345,
        reversed_fen: 45,
        counted_fen: 12_300,
        uncountable_fen: 0,
      },
    ],
    deductions: {
      gross_fen: 15_000,
      parts: [{ part: "service", amount_fen: 2700 }],
      net_fen: 12_300,
    },
    per_head: { members: 4, average_members_percent: 375, span_fen: 3280, year_fen: 3280 },
    counterparts: [],
    ...changes,
  };
}

const taken = { by: "长岗村 李四", at: "2026-11-22 15:00" };

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe("a character that the typeface lacks", () => {
  it("is printed as its number, never as an empty box", () => {
    const hasGlyph = (codePoint: number) => codePoint !== 0x20bb7;
    expect(printable("周𠮷家", hasGlyph)).toBe("周U+20BB7家");
  });

  it("leaves joiners alone and control characters out", () => {
    expect(printable("a\u200db\ufe0f\u0007c\nd", (sign) => sign < 0x80)).toBe(
      "a\u200db\ufe0f c\nd",
    );
  });
});

describe("whole fen on paper", () => {
  it.each([
    [0, "0.00"],
    [5, "0.05"],
    [-5, "−0.05"],
    [100_000_000_099, "1,000,000,000.99"],
    [-123_456, "−1,234.56"],
  ])("%i is %s", (fen, text) => {
    expect(yuanText(fen)).toBe(text);
  });
});

describe("a household's statement as a PDF", () => {
  it("says who, what and how much, in both languages, with rare characters", async () => {
    const rows = [
      entry(7),
      entry(9, { kind: "refund", cause: "quality", amount_fen: -45, corrects: "2026-09" }),
    ];
    const text = textOfPdf(await bytesOf(await asPdf(toPaper(statement(), rows, 2, taken))));
    for (const said of [
      "农户收入明白卡",
      "Household income statement",
      "周䶮㵘骉U+20BB7",
      "XF-0001",
      "赣南脐橙",
      "质量问题",
      "corrects 2026-09",
      "123.45",
      "−0.45",
      "124.00",
      "长岗村 李四 2026-11-22 15:00",
      "第 1 / ",
      "户主签字",
    ]) {
      expect(text, said).toContain(said.replaceAll(" ", ""));
    }
  });

  it("goes on over pages and numbers them", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => entry(index + 1));
    const text = textOfPdf(await bytesOf(await asPdf(toPaper(statement(), rows, 120, taken))));
    expect(text).toMatch(/第1\/\d+页/);
    expect(text).toContain("Page3/");
  });

  it("of thousands of entries leaves page by page, and does not tell how many there are", async () => {
    const rows = (function* () {
      for (let seq = 1; seq <= 2_500; seq += 1) yield entry(seq);
    })();
    const bytes = await bytesOf(await asPdf(toPaper(statement(), rows, 2_500, taken)));
    const text = textOfPdf(bytes);
    expect(text).toContain("第50页");
    expect(text).not.toContain("第1/");
  });

  it("fails as a whole when a row cannot be read", async () => {
    const rows = (async function* () {
      yield entry(1);
      await Promise.reject(new Error("the database has gone"));
    })();
    const pdf = await asPdf(toPaper(statement(), rows, 2, taken));
    await expect(bytesOf(pdf)).rejects.toThrow("the database has gone");
  });
});

describe("a household's statement in Excel", () => {
  it("has money as numbers of yuan whose sum is the ledger's", async () => {
    const rows = [entry(7), entry(9, { kind: "refund", amount_fen: -45 })];
    const file = await asXlsx(toPaper(statement(), rows, 2, taken));
    const sheets = await readExcelFile(file);
    expect(sheets.map(({ sheet }) => sheet)).toHaveLength(5);
    const book = sheets.at(-1)?.data ?? [];
    const amounts = book.slice(1).map((row) => row[4]);
    expect(amounts).toEqual([123.45, -0.45]);
    expect(sheets[0]?.data.flat()).toContain("长岗村 李四 2026-11-22 15:00");
  });
});

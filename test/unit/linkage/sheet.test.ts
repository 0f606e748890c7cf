/** Tables of wages, rents, dividends and bonuses: every row right, or every error named. */
import { entriesOfSheet } from "../../../backend/src/modules/linkage/sheet";

const heading = ["农户", "联结方式", "月份", "金额（元）", "备注"];
const good = ["橙子坡人家", "工资", "2026-10", "1,234.50", "采果"];

const errorsOf = (...rows: string[][]) =>
  entriesOfSheet([heading, ...rows]).errors.map((error) => `${String(error.row)} ${error.field}`);

describe("a table of entries", () => {
  it("is read with Chinese and with English headings, in any order", () => {
    const expected = {
      row: 2,
      alias: "橙子坡人家",
      linkage: "wage",
      period: "2026-10",
      amount_fen: 123_450,
      note: "采果",
    };
    expect(entriesOfSheet([heading, good]).entries).toEqual([expected]);
    const english = [
      ["note", "Amount", "period", "Linkage", "household"],
      ["采果", "¥1234.5", "2026/10", "wage", "橙子坡人家"],
    ];
    expect(entriesOfSheet(english).entries).toEqual([expected]);
  });

  it("knows a month as people and as Excel write it", () => {
    const written = ["2026-10", "2026/10", "2026.10", "2026年10月", "202610", "2026-10-01"];
    for (const period of written) {
      const [entry] = entriesOfSheet([heading, ["家", "分红", period, "1", ""]]).entries;
      expect(entry?.period, period).toBe("2026-10");
    }
  });

  it("names each wrong cell by row and column, and then holds no entries", () => {
    const errors = errorsOf(
      good,
      ["", "工资", "2026-10", "1", ""],
      ["家", "借款", "2026-10", "1", ""],
      ["家", "工资", "2026-13", "1", ""],
      ["家", "工资", "2026-10", "0", ""],
      ["家", "工资", "2026-10", "-5", ""],
      ["家", "工资", "2026-10", "1.005", ""],
      ["家", "工资", "2026-10", "1", "😀"],
    );
    expect(errors).toEqual([
      "3 household",
      "4 linkage",
      "5 period",
      "6 amount",
      "7 amount",
      "8 amount",
      "9 note",
    ]);
    expect(entriesOfSheet([heading, good, ["", "", "", "x", ""]]).entries).toEqual([]);
  });

  it("leaves empty rows out without losing count", () => {
    expect(errorsOf(["", "", "", "", ""], ["家", "工资", "", "1", ""])).toEqual(["3 period"]);
  });

  it("takes a row that says the same twice for a mistake, unless the note tells them apart", () => {
    expect(errorsOf(good, [...good])).toEqual(["3 note"]);
    expect(errorsOf(good, [...good.slice(0, 4), "装车"])).toEqual([]);
  });

  it("says which columns are missing, and that nothing stands in it", () => {
    expect(
      entriesOfSheet([
        ["农户", "金额"],
        ["家", "1"],
      ]).errors.map((e) => e.field),
    ).toEqual(["linkage", "period"]);
    expect(entriesOfSheet([heading]).errors).toHaveLength(1);
  });
});

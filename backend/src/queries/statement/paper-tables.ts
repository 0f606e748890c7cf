/** The tables of a statement that sum it up: categories, deductions, accounts, households. Pure. */
import type { Statement } from "../../contract/statement";
import { both, words, type Table } from "../../papers/paper";
import { wordsOf } from "./words";

const money = (zh: string, en: string, width = 14) =>
  ({ head: words(zh, en), kind: "fen", width }) as const;

/** What came in by category. */
export function categoriesTable({ categories }: Statement): Table {
  const sum = (of: (one: Statement["categories"][number]) => number) =>
    categories.reduce((all, one) => all + of(one), 0);
  return {
    title: words("四类收入", "Four income categories"),
    columns: [
      { head: words("类别", "Category"), kind: "text", width: 24 },
      money("记入", "Credited"),
      money("冲减", "Reversed"),
      money("计入收入", "Counted"),
      money("不计收入", "Not countable"),
    ],
    rows: categories.map((one) => [
      both(wordsOf(one.category)),
      one.credited_fen,
      one.reversed_fen,
      one.counted_fen,
      one.uncountable_fen,
    ]),
    foot: [
      both(wordsOf("total")),
      sum((one) => one.credited_fen),
      sum((one) => one.reversed_fen),
      sum((one) => one.counted_fen),
      sum((one) => one.uncountable_fen),
    ],
    note: words(
      "“计入收入”指过了退货期的收入（待打款、已打款、户主已确认）；奖补等转移性收入不计入。",
      "Counted: past the return window, reversals taken off; bonuses are not countable.",
    ),
  };
}

/** From what buyers paid to what reached the household. */
export function deductionsTable({ subject, deductions }: Statement): Table {
  const { gross_fen, parts, net_fen } = deductions;
  return {
    title: words("货款的去向", "Where the goods' price went"),
    columns: [{ head: words("去向", "Party"), kind: "text", width: 40 }, money("金额", "Amount")],
    rows: [
      [both(words("买家付的货款（已减退款）", "Paid by buyers, less refunds")), gross_fen],
      ...parts.map(({ part, amount_fen }) => [both(wordsOf(part)), -amount_fen]),
    ],
    foot: [
      both(
        subject === "household"
          ? words("到户", "To the household")
          : words("到户", "To households"),
      ),
      net_fen,
    ],
  };
}

/** Every account over the span; the total is the ledger's. */
export function accountsTable({ accounts, total, subject }: Statement): Table {
  const cells = (line: Statement["total"]) => [
    line.opening_fen,
    line.in_fen,
    line.moved_fen,
    line.out_fen,
    line.closing_fen,
  ];
  return {
    title: subject === "household" ? words("按状态", "By state") : words("按科目", "By account"),
    columns: [
      { head: words("科目", "Account"), kind: "text", width: 30 },
      money("期初", "Opening"),
      money("增加", "In"),
      money("状态转移", "Moved"),
      money("冲减", "Out"),
      money("期末", "Closing"),
    ],
    rows: accounts.map((line) => [nameOf(line, subject), ...cells(line)]),
    foot: [both(wordsOf("total")), ...cells(total)],
  };
}

function nameOf({ kind, state }: Statement["total"], subject: Statement["subject"]): string {
  if (state === null) return both(wordsOf(kind));
  return subject === "household"
    ? both(wordsOf(state))
    : both(words(`农户·${wordsOf(state).zh}`, `Households, ${wordsOf(state).en.toLowerCase()}`));
}

/** What a cooperative owes each household. */
export function counterpartsTable({ counterparts }: Statement): Table {
  return {
    title: words("应付各农户", "Owed to each household"),
    columns: [
      { head: words("农户", "Household"), kind: "text", width: 24 },
      money("期初应付", "Opening"),
      money("记入", "Credited"),
      money("冲减", "Reversed"),
      money("打款", "Paid"),
      money("期末应付", "Owed"),
    ],
    rows: counterparts.map((one) => [
      one.household_id === ""
        ? both(words("其他地区农户", "Households elsewhere"))
        : `${one.alias} ${one.place}`,
      one.opening_fen,
      one.credited_fen,
      one.reversed_fen,
      one.paid_fen,
      one.owed_fen,
    ]),
  };
}

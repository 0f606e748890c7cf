/** A statement as a paper: the same figures for a PDF and for Excel. Pure. */
import type { Entry, Statement } from "../../contract/statement";
import { both, words, type Paper, type Words } from "../../papers/paper";
import { entriesTable } from "./entries-table";
import { accountsTable, categoriesTable, counterpartsTable, deductionsTable } from "./paper-tables";
import { monthWords, spanWords, wordsOf } from "./words";

const titles: Record<Statement["subject"], Words> = {
  household: words("农户收入明白卡", "Household income statement"),
  cooperative: words("合作社对账单", "Cooperative statement"),
  party: words("往来方对账单", "Party statement"),
  order: words("订单资金明细", "Order statement"),
};

/** Who takes the paper, and when. */
export interface Taken {
  by: string;
  at: string;
}

/**
 * Lays a statement out.
 *
 * @param entries all of them, in their order
 * @param count how many there are
 * @param taken stands across every page
 */
export function toPaper(
  statement: Statement,
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  count: number,
  taken: Taken,
): Paper {
  const { subject } = statement;
  return {
    title: titles[subject],
    owner: ownerOf(statement),
    span: spanWords(statement.from, statement.to),
    facts: factsOf(statement),
    figures: figuresOf(statement),
    tables: [
      ...(subject === "household" ? [categoriesTable(statement)] : []),
      ...(statement.deductions.parts.length > 0 ? [deductionsTable(statement)] : []),
      accountsTable(statement),
      ...(statement.counterparts.length > 0 ? [counterpartsTable(statement)] : []),
      entriesTable(subject, entries),
    ],
    mark: `${taken.by} ${taken.at}`,
    signatures:
      subject === "household"
        ? [
            words("户主签字", "Head of household"),
            words("经办干部", "Official"),
            words("日期", "Date"),
          ]
        : [],
    lines: count + statement.counterparts.length,
  };
}

function ownerOf({ subject, name, id }: Statement): string {
  if (subject === "household") return `${name} 户`;
  if (subject === "order") return `订单 ${name}`;
  if (subject === "party") return [both(wordsOf(id.split(":")[0] ?? id)), name].join(" ").trim();
  return name;
}

function factsOf(statement: Statement): Paper["facts"] {
  const { place, code, closed_months, per_head } = statement;
  const facts = [
    code === null ? null : { name: words("户编号", "Household code"), value: code },
    place === "" ? null : { name: words("所在地", "Place"), value: place },
    per_head && {
      name: words("家庭人口", "Members"),
      value: `${per_head.members.toString()}（期内平均 average ${(per_head.average_members_percent / 100).toFixed(2)}）`,
    },
    closed_months.length === 0
      ? null
      : {
          name: words("已结账月份", "Closed months"),
          value: closed_months.map((month) => monthWords(month).zh).join("、"),
        },
  ];
  return facts.filter((fact) => fact !== null);
}

function figuresOf(statement: Statement): Paper["figures"] {
  const { total, per_head, categories, accounts, deductions } = statement;
  const closing = (state: string) =>
    accounts.find((line) => line.kind === "household" && line.state === state)?.closing_fen ?? 0;
  const counted = categories.reduce((sum, one) => sum + one.counted_fen, 0);
  switch (statement.subject) {
    case "household":
      return [
        { name: words("期内计入收入", "Counted income"), fen: counted, strong: true },
        { name: words("人均", "Per head"), fen: per_head?.span_fen ?? 0 },
        { name: words("近12个月人均", "Per head, 12 months"), fen: per_head?.year_fen ?? 0 },
        { name: words("期末待打款", "Payable at the end"), fen: closing("settled") },
      ];
    case "cooperative":
      return [
        { name: words("期内销售净额", "Net sales"), fen: deductions.gross_fen, strong: true },
        { name: words("归农户", "To households"), fen: deductions.net_fen },
        { name: words("期末应付农户", "Payable to households"), fen: closing("settled") },
        { name: words("期末已打款", "Paid out"), fen: closing("paid") + closing("confirmed") },
      ];
    case "party":
    case "order":
      return [
        { name: words("期初", "Opening"), fen: total.opening_fen },
        { name: words("收入", "In"), fen: total.in_fen },
        { name: words("冲减", "Out"), fen: total.out_fen },
        { name: words("期末", "Closing"), fen: total.closing_fen, strong: true },
      ];
  }
}

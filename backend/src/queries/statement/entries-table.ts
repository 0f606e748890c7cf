/** The book of a statement as a table. Pure. */
import { relationWords } from "../../contract/recipient-words";
import type { Entry, Statement } from "../../contract/statement";
import { both, words, type Cell, type Column, type Table } from "../../papers/paper";
import { dayText, monthWords, wordsOf } from "./words";

type Subject = Statement["subject"];

const text = (zh: string, en: string, width: number): Column => ({
  head: words(zh, en),
  kind: "text",
  width,
});
const money = (zh: string, en: string): Column => ({ head: words(zh, en), kind: "fen", width: 13 });

/** The table of a statement's entries. */
export function entriesTable(
  subject: Subject,
  entries: Iterable<Entry> | AsyncIterable<Entry>,
): Table {
  const isOrder = subject === "order";
  return {
    title: words("逐笔明细", "Entries"),
    columns: [
      text("流水号", "No.", 9),
      text("日期", "Date", 12),
      text("记账月", "Month", 12),
      text("摘要", "What", isOrder ? 40 : 36),
      money("增减", "Amount"),
      ...(isOrder ? [] : [money("转移", "Moved"), money("结余", "Balance")]),
    ],
    rows: cellsOf(subject, entries),
    note: words(
      "流水号是总账的交易号，可凭它查到凭证；“更正”指更正已结账的月份。",
      "The number is the ledger's; with it the evidence can be found.",
    ),
  };
}

async function* cellsOf(
  subject: Subject,
  entries: Iterable<Entry> | AsyncIterable<Entry>,
): AsyncGenerator<Cell[]> {
  for await (const entry of entries) {
    const start = [
      entry.seq.toString(),
      dayText(entry.occurred_at),
      entry.corrects === null ? entry.period : `${entry.period} 更正 corrects ${entry.corrects}`,
      summaryOf(entry, subject),
      entry.amount_fen === 0 ? null : entry.amount_fen,
    ];
    yield subject === "order"
      ? start
      : [...start, entry.moved_fen === 0 ? null : entry.moved_fen, entry.balance_fen];
  }
}

/** What happened, in one line: "货款到账 Sale paid · 脐橙 × 2 · 订单 #12 · 批次 …". */
export function summaryOf(entry: Entry, subject: Subject): string {
  const state = entry.to_state ?? entry.from_state;
  const parts = [
    both(wordsOf(entry.kind)),
    entry.account === null ? null : both(wordsOf(entry.account)),
    subject === "order" && state !== null ? wordsOf(state).zh : null,
    causeOf(entry),
    entry.category !== null && entry.goods === null ? wordsOf(entry.category).zh : null,
    entry.goods,
    entry.order_display_id === null || subject === "order"
      ? null
      : `订单 #${entry.order_display_id.toString()}`,
    entry.lot_code === null ? null : `批次 ${entry.lot_code}`,
    entry.counterpart,
    entry.voucher === null ? null : `凭证 ${entry.voucher}`,
    entry.taken_by === null ? null : takenBy(entry.taken_by),
    entry.reverses_seq === null ? null : `冲 ${entry.reverses_seq.toString()} 号`,
    entry.corrects === null ? null : `更正 ${monthWords(entry.corrects).zh}`,
  ];
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

function takenBy(relation: NonNullable<Entry["taken_by"]>): string {
  const { zh, en } = relationWords[relation];
  return `由${zh}代收 taken by the ${en}`;
}

/** Why money went back; the other causes say no more than the kind does. */
function causeOf({ kind, cause }: Entry): string | null {
  const isReturn = kind === "refund" || kind === "claim" || kind === "bounce";
  return isReturn && cause !== null ? both(wordsOf(cause)) : null;
}

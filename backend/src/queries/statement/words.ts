/** The words of papers: what the backend writes stands in Chinese with English beside it. Pure. */
import { ledgerWords } from "../../contract/ledger-words";
import { words, type Words } from "../../papers/paper";

/** The words of a code; an unknown one stands for itself. */
export function wordsOf(code: string): Words {
  return ledgerWords[code] ?? words(code, "");
}

/** "2026-11" as 2026年11月. */
export function monthWords(month: string): Words {
  return words(`${month.slice(0, 4)}年${Number(month.slice(5)).toString()}月`, month);
}

/** A span of months. */
export function spanWords(from: string, to: string): Words {
  if (from === to) return monthWords(from);
  const [first, last] = [monthWords(from), monthWords(to)];
  return words(`${first.zh}至${last.zh}`, `${first.en} to ${last.en}`);
}

const DAY = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day of an instant in Asia/Shanghai, YYYY-MM-DD. */
export function dayText(instant: string): string {
  return DAY.format(new Date(instant));
}

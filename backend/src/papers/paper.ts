/** What can be put on paper or into a spreadsheet: a title, facts, tables. Knows nothing of money's meaning. */
import type { Fen } from "../contract/fen";

/** A text in Chinese with the English that stands beside it. */
export interface Words {
  zh: string;
  en: string;
}

/** A cell: text, whole fen, a count, or nothing. */
export type Cell = string | number | null;

/** A column; `fen` cells are whole fen and shown as yuan with two decimals. */
export interface Column {
  head: Words;
  kind: "text" | "fen" | "count";
  /** Its part of the width of the page; any unit, the same for all columns of a table. */
  width: number;
}

/** A table; `rows` of a large one come one by one. */
export interface Table {
  title: Words;
  columns: readonly Column[];
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  /** The last line, set apart. */
  foot?: readonly Cell[];
  /** What helps to read it. */
  note?: Words;
}

/** A whole paper. */
export interface Paper {
  title: Words;
  /** Whose it is. */
  owner: string;
  /** The span that it speaks of. */
  span: Words;
  facts: readonly { name: Words; value: string }[];
  figures: readonly { name: Words; fen: Fen; strong?: boolean }[];
  tables: readonly Table[];
  /** Stands across every page: who took it, and when. */
  mark: string;
  /** Lines to sign on, at the end. */
  signatures: readonly Words[];
  /** About how many lines it has; a long one is written as it is read, without the number of all pages. */
  lines: number;
}

/** Makes words. */
export function words(zh: string, en: string): Words {
  return { zh, en };
}

/** Both languages in one line. */
export function both({ zh, en }: Words): string {
  return en === "" || en === zh ? zh : `${zh} ${en}`;
}

const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/**
 * Whole fen as grouped yuan for paper: "12,345.67", "−0.05".
 *
 * @param fen whole fen
 */
export function yuanText(fen: Fen): string {
  const digits = Math.abs(fen).toString().padStart(3, "0");
  const whole = digits.slice(0, -2).replace(GROUPS, ",");
  return `${fen < 0 ? "−" : ""}${whole}.${digits.slice(-2)}`;
}

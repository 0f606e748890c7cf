/** Reads a bank's statement: finds its heading, then every row to the fen. Pure; one wrong row refuses all. */
import { yuanToFen, type Fen } from "../../contract/fen";
import { refuse } from "../../refuse";
import type { BankLayout, Column } from "./bank-layouts";
import { findHeading, plain, type Places } from "./statement-heading";
import { coveredName, hashOf, markOfName, referenceIn } from "./mark";

/** A row of a statement as it is kept: no name, no account. */
export interface BankRow {
  line_no: number;
  booked_on: string;
  out_fen: Fen;
  in_fen: Fen;
  serial: string | null;
  remark: string | null;
  reference_key: string | null;
  payee_masked: string | null;
  payee_mark: string | null;
  last4: string | null;
  content_hash: string;
}

/** A statement that was read. */
export interface ReadStatement {
  layout: string;
  rows: BankRow[];
}

/**
 * Reads a statement.
 *
 * @param sheet rows of texts; row n of the file is entry n - 1
 * @param wanted key of a layout; guessed from the heading when not given
 * @returns rows in their order, each with a hash of its content that a further import finds again
 * @throws refusal `statement_layout_unknown`, `statement_row_wrong` with row, column and reason
 */
export function readStatement(sheet: readonly string[][], wanted?: string): ReadStatement {
  const { layout, places, at } = findHeading(sheet, wanted);
  const seen = new Map<string, number>();
  const rows = sheet.slice(at + 1).flatMap((cells, index) => {
    if (isIdle(cells, places)) return [];
    const line_no = at + 2 + index;
    return [rowOf({ cells, places, layout, heading: sheet[at] ?? [], line_no }, seen)];
  });
  if (rows.length === 0) throw refuse("statement_layout_unknown");
  return { layout: layout.key, rows };
}

/** Empty rows and the sums below the last row are no transfers. */
function isIdle(cells: readonly string[], places: Places): boolean {
  const money = [places.out, places.in, places.amount].map((at) => cells[at ?? -1] ?? "");
  const day = cells[places.day ?? -1] ?? "";
  return (
    (day === "" && !/\d/.test(cells.join(""))) ||
    (day === "" && money.every((one) => one === "")) ||
    /合计|总计|total/i.test(day + (cells[0] ?? ""))
  );
}

interface RowAt {
  cells: readonly string[];
  places: Places;
  layout: BankLayout;
  heading: readonly string[];
  line_no: number;
}

function rowOf(row: RowAt, seen: Map<string, number>): BankRow {
  const text = (column: Column): string => row.cells[row.places[column] ?? -1] ?? "";
  const booked_on = dayOf(row, text("day"));
  const { out_fen, in_fen } = moneyOf(row, text);
  const remark = remarkOf(row);
  const account = text("account").replace(/\D/g, "");
  const content = [
    booked_on,
    text("day"),
    out_fen,
    in_fen,
    text("payee"),
    text("account"),
    remark,
    text("serial"),
    text("balance"),
  ].join("\n");
  // Two transfers may be alike to the last sign: the second of them is told apart by its number.
  const nth = (seen.get(content) ?? 0) + 1;
  seen.set(content, nth);
  return {
    line_no: row.line_no,
    booked_on,
    out_fen,
    in_fen,
    serial: text("serial").slice(0, 60) || null,
    remark: withoutNumbers(remark).slice(0, 120) || null,
    reference_key: referenceIn(remark),
    payee_masked: text("payee") === "" ? null : coveredName(text("payee")).slice(0, 60),
    payee_mark: markOfName(text("payee")),
    last4: account.length >= 4 ? account.slice(-4) : null,
    content_hash: hashOf(`${content}\n${nth}`),
  };
}

/** A reference may stand in any of the columns that people write into. */
function remarkOf({ cells, places, layout, heading }: RowAt): string {
  const words = new Set((layout.headings.remark ?? []).map(plain));
  const texts = cells.filter(
    (cell, at) => cell !== "" && (at === places.remark || words.has(plain(heading[at] ?? ""))),
  );
  return [...new Set(texts)].join(" ");
}

/** Remarks are free text: a card or an ID number in one is not kept. */
const withoutNumbers = (text: string): string => text.replace(/\d{15,19}[\dXx]?/g, "…");

function moneyOf(row: RowAt, text: (column: Column) => string): { out_fen: Fen; in_fen: Fen } {
  if (row.places.out !== undefined) {
    const [out, back] = [fenOf(row, "out", text("out")), fenOf(row, "in", text("in"))];
    // A negative amount on one side is money on the other.
    const net = out - back;
    if (net === 0) throw wrong(row, "out", "no amount", "没有金额");
    return { out_fen: Math.max(net, 0), in_fen: Math.max(-net, 0) };
  }
  const amount = fenOf(row, "amount", text("amount"));
  if (amount === 0) throw wrong(row, "amount", "no amount", "没有金额");
  const out_words = row.layout.out_words ?? [];
  const isOut =
    row.places.direction === undefined
      ? amount < 0
      : out_words.some((word) => text("direction").startsWith(word));
  const size = Math.abs(amount);
  return isOut ? { out_fen: size, in_fen: 0 } : { out_fen: 0, in_fen: size };
}

function fenOf(row: RowAt, column: Column, text: string): Fen {
  const bare = text
    .normalize("NFKC")
    .replace(/[,¥￥\s]/g, "")
    .replace(/^\+/, "")
    .replace(/^--?$/, "");
  if (bare === "") return 0;
  try {
    return yuanToFen(bare);
  } catch {
    throw wrong(row, column, "not an amount of yuan with two decimals", "不是两位小数以内的金额");
  }
}

function dayOf(row: RowAt, text: string): string {
  const [, year, month, day] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/.exec(text) ?? [];
  const on = `${year ?? ""}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
  const date = new Date(`${on}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === on;
  if (!isDay) throw wrong(row, "day", "not a day such as 2026-11-22", "不是日期，应如 2026-11-22");
  return on;
}

function wrong(row: RowAt, column: Column, reason: string, reason_zh: string): Error {
  const name = row.heading[row.places[column] ?? -1] ?? column;
  return refuse("statement_row_wrong", {
    row: row.line_no,
    column: name,
    reason: `row ${row.line_no}, column "${name}": ${reason}`,
    reason_zh: `第 ${row.line_no} 行「${name}」列：${reason_zh}`,
  });
}

/** Reads a table that people bring: CSV as spreadsheet programs write it, or an Excel file. */
import iconv from "iconv-lite";
import Papa from "papaparse";

import { refuse } from "../../refuse";

/** Rows of one file at most. */
export const MAX_ROWS = 5_000;
/** Cells longer than this belong to no table of ours. */
const MAX_CELL = 2_000;

/**
 * Reads the first sheet of an Excel file, or a CSV file in UTF-8 or GB18030, with or without a mark of
 * its encoding.
 *
 * @param bytes the file
 * @param most_rows rows at most
 * @returns rows of trimmed texts, the heading included; row n of the file is entry n - 1
 * @throws refusal `table_unreadable`, `table_too_long`
 */
export async function readSheet(bytes: Buffer, most_rows = MAX_ROWS): Promise<string[][]> {
  const rows = isZip(bytes) ? await readExcel(bytes) : readCsv(bytes);
  if (rows.length > most_rows + 1) throw refuse("table_too_long", { rows: most_rows });
  if (rows.length === 0) throw refuse("table_unreadable");
  return rows;
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";
}

async function readExcel(bytes: Buffer): Promise<string[][]> {
  try {
    // NOTE: published as an ECMAScript module only; this workspace is built as CommonJS.
    const excel = await import("read-excel-file/node");
    const rows = await excel.readSheet(bytes);
    return rows.map((row) => row.map((cell) => textOf(cell)));
  } catch {
    throw refuse("table_unreadable");
  }
}

/**
 * NOTE: Excel keeps a day as midnight UTC; a month typed as 2026-10 becomes such a day, too. It keeps a sum
 * such as 0.1 + 0.2 in binary and shows 15 digits of it: what it shows is what people meant.
 */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  if (typeof cell === "string" || typeof cell === "boolean") return clipped(String(cell));
  return "";
}

function readCsv(bytes: Buffer): string[][] {
  const text = decoded(bytes);
  if (text.includes("\u0000")) throw refuse("table_unreadable");
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const rows = data.map((row) => row.map((cell) => clipped(cell)));
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === "")) rows.pop();
  return rows;
}

/** Text in UTF-8 when it is valid UTF-8, else in the national encoding that older programs write. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, "gb18030");
  }
}

/** A cell as it was meant: an apostrophe before `= + - @` is the guard of our own exports. */
function clipped(cell: string): string {
  return cell
    .trim()
    .replace(/^'(?=[=+\-@])/, "")
    .slice(0, MAX_CELL);
}

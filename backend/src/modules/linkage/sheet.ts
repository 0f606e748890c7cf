/** Turns the rows of a table into entries, or into what is wrong with them by row and field. Pure. */
import { yuanToFen, type Fen } from "../../contract/fen";
import {
  entryFenSchema,
  monthSchema,
  type EntryLinkage,
  type RowError,
} from "../../contract/linkage";
import { textSchema } from "../../contract/common";

/** An entry as a row says it; the household by its public alias. */
export interface SheetEntry {
  /** As the file counts; the heading is row 1. */
  row: number;
  alias: string;
  linkage: EntryLinkage;
  period: string;
  amount_fen: Fen;
  note: string;
}

const HEADINGS: Record<string, Field> = {
  农户: "household",
  公开化名: "household",
  household: "household",
  联结方式: "linkage",
  收入种类: "linkage",
  linkage: "linkage",
  月份: "period",
  period: "period",
  month: "period",
  金额: "amount",
  金额元: "amount",
  amount: "amount",
  amountyuan: "amount",
  备注: "note",
  note: "note",
};
type Field = "household" | "linkage" | "period" | "amount" | "note";

const LINKAGES: Record<string, EntryLinkage> = {
  wage: "wage",
  务工: "wage",
  工资: "wage",
  land_rent: "land_rent",
  土地流转: "land_rent",
  地租: "land_rent",
  dividend: "dividend",
  分红: "dividend",
  bonus: "bonus",
  奖补: "bonus",
  奖金: "bonus",
};

const REQUIRED: readonly Field[] = ["household", "linkage", "period", "amount"];
const NOTE = textSchema(120);

/**
 * Reads the entries of a table.
 *
 * @param rows texts, the heading first
 * @returns every entry, or every error; never entries beside errors
 */
export function entriesOfSheet(rows: readonly (readonly string[])[]): {
  entries: SheetEntry[];
  errors: RowError[];
} {
  const [heading = [], ...body] = rows;
  const columns = heading.map((text) => HEADINGS[text.toLowerCase().replace(/[\s（）()/_]/g, "")]);
  const missing = REQUIRED.filter((field) => !columns.includes(field));
  if (missing.length > 0) return { entries: [], errors: missing.map(noColumn) };
  const errors: RowError[] = [];
  const entries = body.flatMap((cells, at) => {
    const row = at + 2;
    if (cells.every((cell) => cell === "")) return [];
    const texts = new Map(columns.map((field, column) => [field, cells[column] ?? ""]));
    const read = readRow(row, (field) => texts.get(field) ?? "");
    errors.push(...read.errors);
    return read.entry ? [read.entry] : [];
  });
  errors.push(...twice(entries));
  if (entries.length === 0 && errors.length === 0)
    errors.push(wrong(2, "household", "表中没有数据", "the table has no rows"));
  return errors.length > 0 ? { entries: [], errors } : { entries, errors };
}

/** One wrong thing in a row. */
export function wrong(row: number, field: string, reason_zh: string, reason: string): RowError {
  return { row, field, reason, reason_zh };
}

const noColumn = (field: Field): RowError =>
  wrong(1, field, "缺少这一列", "this column is missing");

function readRow(row: number, text: (field: Field) => string) {
  const errors: RowError[] = [];
  const alias = text("household");
  if (alias === "") errors.push(wrong(row, "household", "没有填农户", "no household is given"));
  const linkage = LINKAGES[text("linkage").toLowerCase()];
  if (!linkage)
    errors.push(
      wrong(
        row,
        "linkage",
        "须为 工资、地租、分红、奖补 之一",
        "one of wage, land_rent, dividend, bonus",
      ),
    );
  const period = monthOf(text("period"));
  if (!period) errors.push(wrong(row, "period", "须为月份，如 2026-11", "a month such as 2026-11"));
  const amount_fen = fenOf(text("amount"));
  if (amount_fen === null)
    errors.push(
      wrong(
        row,
        "amount",
        "须为大于零的金额，最多两位小数",
        "an amount above zero with at most two decimals",
      ),
    );
  const note = text("note");
  if (note !== "" && !NOTE.safeParse(note).success)
    errors.push(wrong(row, "note", "最多 120 字，不含表情符号", "at most 120 plain characters"));
  const whole = errors.length === 0 && linkage && period && amount_fen !== null;
  return { errors, entry: whole ? { row, alias, linkage, period, amount_fen, note } : null };
}

/** Rows that say the same: a second wage of a month needs a note of its own. */
function twice(entries: readonly SheetEntry[]): RowError[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ row, ...entry }) => {
    const key = JSON.stringify(entry);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row);
      return [];
    }
    const [zh, en] = [`与第 ${String(before)} 行相同`, `the same as row ${String(before)}`];
    return [wrong(row, "note", `${zh}；确有两笔请在备注中区别`, `${en}; tell them apart here`)];
  });
}

/** A month as people write it: 2026-10, 2026/10, 2026年10月, 202610, or Excel's first day of it. */
function monthOf(text: string): string | null {
  const match = /^(20\d{2})[-/.年]?(\d{1,2})月?(?:[-/.](?:0?1))?$/.exec(text);
  const month = match ? `${match[1] ?? ""}-${(match[2] ?? "").padStart(2, "0")}` : "";
  return monthSchema.safeParse(month).success ? month : null;
}

/** Yuan as people write them, with a sign of currency or groups, into fen. */
function fenOf(text: string): Fen | null {
  const plain = text
    .replace(/^[¥￥]/, "")
    .replace(/元$/, "")
    .replaceAll(/[,，\s]/g, "");
  if (!/^\d+(\.\d{1,2})?$/.test(plain)) return null;
  const fen = entryFenSchema.safeParse(yuanToFen(plain));
  return fen.success ? fen.data : null;
}

/** A paper as an Excel file: a sheet of facts and figures, and one sheet for each table. */
import type { Cell as ExcelCell, Row } from "write-excel-file/node" with {
  "resolution-mode": "import",
};

import { fenToYuan } from "../contract/fen";
import { both, type Cell, type Column, type Paper, type Table } from "./paper";

/** A spreadsheet holds 1,048,576 rows; this many are written in memory without harm. */
export const XLSX_MOST_ROWS = 60_000;

const HEAD = { fontWeight: "bold", backgroundColor: "#ecebe4", wrap: true } as const;
const MONEY = "#,##0.00";
const CHARACTERS = 1.1;

/**
 * Writes a paper as an Excel file; money stands as numbers of yuan with two decimals.
 *
 * @param paper with at most `XLSX_MOST_ROWS` rows in all its tables
 */
export async function asXlsx(paper: Paper): Promise<Buffer> {
  const sheets = [
    {
      data: coverOf(paper),
      sheet: sheetName("摘要 Summary", 0),
      columns: [{ width: 34 }, { width: 44 }],
    },
    ...(await Promise.all(
      paper.tables.map(async (table, index) => ({
        data: await rowsOf(table),
        sheet: sheetName(both(table.title), index + 1),
        columns: table.columns.map(({ width }) => ({ width: Math.max(9, width * CHARACTERS) })),
        stickyRowsCount: 1,
      })),
    )),
  ];
  // NOTE: the package is an ES module; a plain import would become `require`.
  const { default: writeExcelFile } = await import("write-excel-file/node");
  return writeExcelFile(sheets).toBuffer();
}

function coverOf(paper: Paper): Row[] {
  const line = (name: string, value: ExcelCell): Row => [
    { value: name, textColor: "#5d6355" },
    value,
  ];
  return [
    [{ value: both(paper.title), fontWeight: "bold", fontSize: 16 }],
    [{ value: paper.owner, fontWeight: "bold" }],
    [both(paper.span)],
    [],
    ...paper.facts.map(({ name, value }) => line(both(name), value)),
    [],
    ...paper.figures.map(({ name, fen, strong }) =>
      line(both(name), { ...moneyCell(fen), ...(strong ? { fontWeight: "bold" as const } : {}) }),
    ),
    [],
    line("制表 Made by", paper.mark),
  ];
}

async function rowsOf(table: Table): Promise<Row[]> {
  const { columns } = table;
  const rows: Row[] = [
    columns.map(({ head, kind }) => ({
      value: both(head),
      ...HEAD,
      align: kind === "text" ? ("left" as const) : ("right" as const),
    })),
  ];
  for await (const row of table.rows) rows.push(cellsOf(row, columns));
  if (table.foot) {
    const foot = cellsOf(table.foot, columns);
    rows.push(foot.map((cell) => (isStyled(cell) ? { ...cell, ...HEAD } : cell)));
  }
  return rows;
}

function cellsOf(row: readonly Cell[], columns: readonly Column[]): ExcelCell[] {
  return columns.map(({ kind }, index) => {
    const value = row[index] ?? null;
    if (typeof value !== "number") return { value: value ?? "", type: String, wrap: true };
    return kind === "fen" ? moneyCell(value) : { value, type: Number };
  });
}

function moneyCell(fen: number) {
  return { value: fenToYuan(fen), type: Number, format: MONEY };
}

function isStyled(cell: ExcelCell): cell is Extract<ExcelCell, { value?: unknown }> {
  return typeof cell === "object" && cell !== null && "value" in cell;
}

/** Names of sheets have at most 31 characters and none of these signs; a number keeps them apart. */
function sheetName(title: string, index: number): string {
  const plain = title.replace(/[[\]:*?/\\]/g, " ").slice(0, 28);
  return index === 0 ? plain : `${index.toString()} ${plain}`.slice(0, 31);
}

/** The file that a bank takes: payee, card, bank, amount, reference. Pure; it is made and sent, never kept. */
import { formatFen, type Fen } from "../../contract/fen";

/** A transfer to order. */
export interface BankFileLine {
  payee: string;
  card: string;
  bank: string;
  amount_fen: Fen;
  reference: string;
}

/** What a file is made of. */
export interface BankFile {
  lines: readonly BankFileLine[];
  /** Who made it, for which settlement, when: the last line. */
  watermark: string;
}

const BOM = "\uFEFF";

/** The heading, in the order of the columns. */
const HEADING = ["序号", "收款人户名", "收款账号", "开户行", "金额（元）", "附言"] as const;

/**
 * The file as CSV in UTF-8 with its mark, as spreadsheets and banks read it.
 *
 * @returns rows by CRLF; a cell that a spreadsheet would run is defused by an apostrophe
 */
export function bankCsv(file: BankFile): Buffer {
  const rows = [
    HEADING,
    ...file.lines.map(rowOf),
    ["合计", "", "", "", totalOf(file), file.watermark],
  ];
  return Buffer.from(BOM + rows.map((row) => row.map(cellOf).join(",")).join("\r\n") + "\r\n");
}

/** The file as an Excel workbook: cards are texts, amounts are numbers with two decimals. */
export async function bankSheet(file: BankFile): Promise<Buffer> {
  // NOTE: published as an ECMAScript module only; this workspace is built as CommonJS.
  const { default: writeExcel } = await import("write-excel-file/node");
  const text = (value: string) => ({ type: String, value });
  const money = (yuan: string) => ({ type: Number, value: Number(yuan), format: "0.00" });
  const heading = HEADING.map((value) => ({ value, fontWeight: "bold" as const }));
  const rows = file.lines.map((line, at) => [
    { type: Number, value: at + 1 },
    text(line.payee),
    text(line.card),
    text(line.bank),
    money(formatFen(line.amount_fen)),
    text(line.reference),
  ]);
  const last = [text("合计"), null, null, null, money(totalOf(file)), text(file.watermark)];
  const columns = [6, 16, 24, 24, 14, 24].map((width) => ({ width }));
  return writeExcel([heading, ...rows, last], { columns, sheet: "转账" }).toBuffer();
}

function rowOf(line: BankFileLine, at: number): string[] {
  const { payee, card, bank, amount_fen, reference } = line;
  return [String(at + 1), payee, card, bank, formatFen(amount_fen), reference];
}

function totalOf(file: BankFile): string {
  return formatFen(file.lines.reduce((sum, line) => sum + line.amount_fen, 0));
}

function cellOf(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

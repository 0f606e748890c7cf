/** A paper as a PDF on A4: head, facts, figures, tables, lines to sign on. Written as it is read. */
import type { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";

import { A4, ink, Sheet } from "./page";
import { both, yuanText, type Cell, type Column, type Paper, type Table } from "./paper";

/** Above this many lines the pages leave one by one, and do not tell how many there are. */
const SHORT_LINES = 2_000;
/** What a slow reader may leave unread before the writing waits. */
const MOST_UNREAD_BYTES = 1_000_000;
/** How long a reader may read nothing at all. */
const PATIENCE_MS = 60_000;
const PAD = 4;

/**
 * Begins to write a paper; the document is read while it is written.
 *
 * @param paper what to write
 * @returns the bytes; it fails when a row cannot be read
 */
export async function asPdf(paper: Paper): Promise<Readable> {
  const isShort = paper.lines <= SHORT_LINES;
  const foot = `${both(paper.title)} · ${paper.owner} · ${paper.span.zh}`;
  const sheet = await Sheet.open(`${paper.title.zh} ${paper.owner}`, paper.mark, foot, isShort);
  write(sheet, paper).catch((error: unknown) => {
    sheet.doc.destroy(error instanceof Error ? error : new Error("the paper was not written"));
  });
  return sheet.doc;
}

async function write(sheet: Sheet, paper: Paper): Promise<void> {
  drawHead(sheet, paper);
  drawFacts(sheet, paper);
  drawFigures(sheet, paper);
  for (const table of paper.tables) await drawTable(sheet, table);
  drawSignatures(sheet, paper);
  sheet.close();
}

function drawHead(sheet: Sheet, { title, owner, span }: Paper): void {
  const line = { x: A4.margin, width: sheet.width };
  sheet.put(title.zh, sheet.y, { ...line, size: 19, bold: true });
  sheet.put(title.en, sheet.y + 7, { ...line, size: 10, align: "right", colour: ink.quiet });
  sheet.put(owner, sheet.y + 30, { ...line, size: 12, bold: true });
  sheet.put(both(span), sheet.y + 32, { ...line, size: 9, align: "right", colour: ink.quiet });
  sheet.y += 54;
  sheet.rule(sheet.y, 1.4, ink.text);
  sheet.y += 9;
}

/** Facts in three columns. */
function drawFacts(sheet: Sheet, { facts }: Paper): void {
  const width = sheet.width / 3;
  for (let from = 0; from < facts.length; from += 3) {
    const row = facts.slice(from, from + 3);
    const heights = row.map(({ value }) => sheet.heightOf(value, { x: 0, width: width - 10 }));
    const height = 12 + Math.max(...heights);
    sheet.need(height);
    row.forEach(({ name, value }, index) => {
      const x = A4.margin + index * width;
      sheet.put(both(name), sheet.y, { x, width: width - 10, size: 7.5, colour: ink.quiet });
      sheet.put(value, sheet.y + 11, { x, width: width - 10 });
    });
    sheet.y += height + 6;
  }
}

/** The key figures in boxes, four in a row. */
function drawFigures(sheet: Sheet, { figures }: Paper): void {
  const count = Math.min(4, figures.length);
  const width = sheet.width / Math.max(1, count);
  for (let from = 0; from < figures.length; from += count) {
    sheet.need(50);
    figures.slice(from, from + count).forEach(({ name, fen, strong }, index) => {
      const x = A4.margin + index * width;
      const inner = { x: x + 7, width: width - 14 };
      sheet.doc.rect(x, sheet.y, width, 46).fillAndStroke(strong ? ink.wash : "#ffffff", ink.rule);
      sheet.put(name.zh, sheet.y + 5, { ...inner, size: 7.5, colour: ink.quiet });
      sheet.put(name.en, sheet.y + 15, { ...inner, size: 6, colour: ink.quiet });
      sheet.put(`¥${yuanText(fen)}`, sheet.y + 23, { ...inner, size: 13, bold: true });
    });
    sheet.y += 46;
  }
  sheet.y += 14;
}

interface Place {
  column: Column;
  x: number;
  width: number;
}

function placesOf(sheet: Sheet, columns: readonly Column[]): Place[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  let x: number = A4.margin;
  return columns.map((column) => {
    const width = (column.width / whole) * sheet.width;
    const place = { column, x, width };
    x += width;
    return place;
  });
}

async function drawTable(sheet: Sheet, table: Table): Promise<void> {
  const places = placesOf(sheet, table.columns);
  sheet.need(70);
  sheet.put(both(table.title), sheet.y, { x: A4.margin, width: sheet.width, size: 11, bold: true });
  sheet.y += 17;
  drawColumnHeads(sheet, places);
  let rows = 0;
  for await (const row of table.rows) {
    drawRow(sheet, places, row, false);
    rows += 1;
    await untilWanted(sheet);
  }
  if (rows === 0) drawRow(sheet, places, ["（无 None）"], false);
  if (table.foot) drawRow(sheet, places, table.foot, true);
  if (table.note) drawNote(sheet, both(table.note));
  sheet.y += 10;
}

/** Waits while the reader has enough to read; a reader who left, or sleeps, ends the writing. */
async function untilWanted(sheet: Sheet): Promise<void> {
  const { doc } = sheet;
  const end = Date.now() + PATIENCE_MS;
  while (sheet.isStreamed && !doc.destroyed && doc.readableLength > MOST_UNREAD_BYTES) {
    if (Date.now() > end) throw new Error("nobody reads the paper");
    await setTimeout(15);
  }
  if (doc.destroyed) throw new Error("the reader of the paper has gone");
}

function drawColumnHeads(sheet: Sheet, places: readonly Place[]): void {
  sheet.doc.rect(A4.margin, sheet.y, sheet.width, 27).fill(ink.wash);
  for (const { column, x, width } of places) {
    const align = column.kind === "text" ? "left" : "right";
    const inner = { x: x + PAD, width: width - 2 * PAD, align } as const;
    sheet.put(column.head.zh, sheet.y + 4, { ...inner, size: 8, bold: true });
    sheet.put(column.head.en, sheet.y + 15, { ...inner, size: 6.5, colour: ink.quiet });
  }
  sheet.y += 27;
}

function drawRow(
  sheet: Sheet,
  places: readonly Place[],
  row: readonly Cell[],
  bold: boolean,
): void {
  const cells = places.map(({ column, x, width }, index) => ({
    text: textOf(row[index] ?? null, column),
    setting: {
      x: x + PAD,
      width: width - 2 * PAD,
      size: 8.5,
      bold,
      align: column.kind === "text" ? ("left" as const) : ("right" as const),
    },
  }));
  const height = 5 + Math.max(...cells.map(({ text, setting }) => sheet.heightOf(text, setting)));
  if (sheet.need(height)) drawColumnHeads(sheet, places);
  if (bold) sheet.doc.rect(A4.margin, sheet.y, sheet.width, height).fill(ink.wash);
  for (const { text, setting } of cells) sheet.put(text, sheet.y + 2.5, setting);
  sheet.y += height;
  sheet.rule(sheet.y, 0.3);
}

function textOf(cell: Cell, column: Column): string {
  if (typeof cell !== "number") return cell ?? "";
  return column.kind === "fen" ? yuanText(cell) : cell.toString();
}

function drawNote(sheet: Sheet, text: string): void {
  const setting = { x: A4.margin, width: sheet.width, size: 7.5, colour: ink.quiet };
  const height = sheet.heightOf(text, setting);
  sheet.need(height + 6);
  sheet.put(text, sheet.y + 5, setting);
  sheet.y += height + 6;
}

function drawSignatures(sheet: Sheet, { signatures }: Paper): void {
  if (signatures.length === 0) return;
  sheet.need(70);
  const width = sheet.width / signatures.length;
  signatures.forEach((name, index) => {
    const x = A4.margin + index * width;
    const y = sheet.y + 44;
    sheet.doc
      .moveTo(x, y)
      .lineTo(x + width - 18, y)
      .lineWidth(0.7)
      .strokeColor(ink.text)
      .stroke();
    sheet.put(both(name), y + 4, { x, width: width - 18, size: 8, colour: ink.quiet });
  });
  sheet.y += 66;
}

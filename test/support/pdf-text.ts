/** The text of a PDF that pdfkit made, without its blanks: enough to know that it says what it must. */
import { inflateSync } from "node:zlib";

/** Content streams, unpacked. */
function streamsOf(bytes: Buffer): string[] {
  const streams: string[] = [];
  let at = bytes.indexOf("stream\n");
  while (at >= 0) {
    const start = at + "stream\n".length;
    const end = bytes.indexOf("\nendstream", start);
    if (end < 0) break;
    try {
      streams.push(inflateSync(bytes.subarray(start, end)).toString("latin1"));
    } catch {
      // A typeface, not a text.
    }
    at = bytes.indexOf("stream\n", end + "\nendstream".length);
  }
  return streams;
}

/** The characters of each glyph of a typeface, from its ToUnicode table. */
function charactersOf(table: string): Map<number, string> {
  const characters = new Map<number, string>();
  for (const [, first = "0", , list = ""] of table.matchAll(
    /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi,
  )) {
    [...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex = ""], index) => {
      const units = hex.replaceAll(" ", "").match(/.{4}/g) ?? [];
      const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
      characters.set(Number.parseInt(first, 16) + index, text);
    });
  }
  return characters;
}

/**
 * Reads the text of a PDF.
 *
 * @param bytes a document that pdfkit wrote with subsets of typefaces
 * @returns its characters page by page, without blanks
 */
export function textOfPdf(bytes: Buffer): string {
  const streams = streamsOf(bytes);
  // pdfkit names its typefaces F1, F2 … in the order in which it first uses them, and ends them in that order.
  const tables = streams.filter((one) => one.includes("beginbfrange")).map(charactersOf);
  const texts = streams
    .filter((one) => one.includes(" Tf") || one.includes("TJ"))
    .map((page) => {
      let table = tables[0];
      let text = "";
      for (const [, font, hex] of page.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9a-f]+)>/gi)) {
        if (font !== undefined) table = tables[Number(font) - FIRST] ?? table;
        for (const unit of hex?.match(/.{4}/g) ?? [])
          text += table?.get(Number.parseInt(unit, 16)) ?? "";
      }
      return text;
    });
  return texts.join("\n").replaceAll(/[ \u00a0]/g, "");
}

/** F1 is pdfkit's own Helvetica, which we never use. */
const FIRST = 2;

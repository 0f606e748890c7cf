/** One document on A4: typeface, margins, the mark across each page, the line at its foot. */
import PDFDocument from "pdfkit";

import { typeface, printerOf } from "./typeface";

/** Measures of a page in points. */
export const A4 = { width: 595.28, height: 841.89, margin: 42, foot: 46 } as const;
/** Colours on paper. */
export const ink = { text: "#20241d", quiet: "#5d6355", rule: "#b9b19c", wash: "#f3efe4" } as const;

/** How a text is set. */
export interface Setting {
  x: number;
  width: number;
  size?: number;
  bold?: boolean;
  align?: "left" | "right" | "center";
  colour?: string;
}

/** A document that is being written from top to bottom. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  /** Where the next line begins. */
  y: number = A4.margin;
  #pages = 0;
  readonly #print: (text: string) => string;

  private constructor(
    doc: PDFKit.PDFDocument,
    readonly mark: string,
    readonly foot: string,
  ) {
    this.doc = doc;
    doc.font("regular");
    this.#print = printerOf(Reflect.get(doc, "_font"));
    this.newPage();
  }

  /**
   * Opens a document.
   *
   * @param title for the reader's window
   * @param mark stands across every page
   * @param foot stands at the foot of every page, beside its number
   * @param isShort pages are kept until the end, so that each can tell how many there are
   */
  static async open(title: string, mark: string, foot: string, isShort: boolean): Promise<Sheet> {
    const faces = await typeface();
    const doc = new PDFDocument({
      size: "A4",
      margin: 0,
      autoFirstPage: false,
      bufferPages: isShort,
      lang: "zh-CN",
      displayTitle: true,
      info: { Title: title, Creator: "Yigou 以购" },
    });
    doc.registerFont("regular", faces.regular).registerFont("bold", faces.bold);
    return new Sheet(doc, mark, foot);
  }

  /** The width between the margins. */
  get width(): number {
    return A4.width - 2 * A4.margin;
  }

  /** Goes to the next page when so much does not fit any more; answers whether it did. */
  need(height: number): boolean {
    if (this.y + height <= A4.height - A4.margin - A4.foot) return false;
    this.newPage();
    return true;
  }

  /** Begins a page. */
  newPage(): void {
    this.doc.addPage();
    this.#pages += 1;
    this.#drawMark();
    if (this.isStreamed) this.#drawFoot(this.#pages, null);
    this.y = A4.margin;
  }

  /** Whether pages leave as soon as they are full. */
  get isStreamed(): boolean {
    return this.doc.options.bufferPages !== true;
  }

  /** How high a text will be. */
  heightOf(text: string, { width, size = 9, bold = false }: Setting): number {
    this.doc.font(bold ? "bold" : "regular").fontSize(size);
    return this.doc.heightOfString(this.#print(text), { width, lineGap: 1 });
  }

  /** Sets a text at a height of its own. */
  put(text: string, y: number, setting: Setting): void {
    const { x, width, size = 9, bold = false, align = "left", colour = ink.text } = setting;
    this.doc
      .font(bold ? "bold" : "regular")
      .fontSize(size)
      .fillColor(colour)
      .text(this.#print(text), x, y, { width, align, lineGap: 1 });
  }

  /** A thin line over the whole width. */
  rule(y: number, weight = 0.5, colour: string = ink.rule): void {
    const right = A4.width - A4.margin;
    this.doc.moveTo(A4.margin, y).lineTo(right, y).lineWidth(weight).strokeColor(colour).stroke();
  }

  /** Writes the numbers of the pages and ends the document. */
  close(): void {
    if (!this.isStreamed) {
      const { start, count } = this.doc.bufferedPageRange();
      for (let index = 0; index < count; index += 1) {
        this.doc.switchToPage(start + index);
        this.#drawFoot(index + 1, count);
      }
    }
    this.doc.end();
  }

  #drawMark(): void {
    const { doc } = this;
    doc.save().font("regular").fontSize(13).fillColor(ink.text).fillOpacity(0.07);
    for (let row = 0; row < 6; row += 1) {
      const y = 90 + row * 135;
      doc.save().rotate(-24, { origin: [A4.width / 2, y] });
      const text = `${this.#print(this.mark)}          `.repeat(3);
      doc.text(text, -160 + (row % 2) * 90, y, { lineBreak: false });
      doc.restore();
    }
    doc.restore().fillOpacity(1);
  }

  #drawFoot(page: number, pages: number | null): void {
    const y = A4.height - A4.margin - 14;
    this.rule(y - 6);
    const half = this.width * 0.7;
    const of = pages === null ? "" : ` / ${pages.toString()}`;
    this.put(this.foot, y, { x: A4.margin, width: half, size: 7.5, colour: ink.quiet });
    this.put(`第 ${page.toString()}${of} 页  Page ${page.toString()}${of}`, y, {
      x: A4.margin + half,
      width: this.width - half,
      size: 7.5,
      align: "right",
      colour: ink.quiet,
    });
  }
}

/** Papers that travel with the goods: the label on a box, the slip inside. Written in memory: they are short. */
import PDFDocument from "pdfkit";

import { ink } from "./page";
import { drawQr } from "./qr";
import { printerOf, typeface } from "./typeface";

/** What a lot's code looks like and where it leads. */
export interface LotSign {
  /** Goods, as buyers know them. */
  title: string;
  /** What the cooperative calls the lot. */
  lot: string;
  /** Twelve signs. */
  code: string;
  /** The address behind the code. */
  url: string;
  harvested_on: string;
}

/** What goes into a box. */
export interface Slip {
  number: string;
  cooperative: string;
  receiver: readonly string[];
  lines: readonly { title: string; variant: string; quantity: number }[];
  lots: readonly LotSign[];
}

const MM = 72 / 25.4;
/** The usual thermal label of parcels. */
const LABEL = { width: 100 * MM, height: 150 * MM, margin: 7 * MM };
const A5 = { width: 148 * MM, height: 210 * MM, margin: 11 * MM };

/** Twelve signs in groups of four, as people read them out. */
export function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

interface Desk {
  doc: PDFKit.PDFDocument;
  put: (
    text: string,
    y: number,
    set: { x: number; width: number; size: number; bold?: boolean; quiet?: boolean },
  ) => number;
}

async function desk(title: string): Promise<Desk> {
  const faces = await typeface();
  const doc = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    lang: "zh-CN",
    info: { Title: title, Creator: "Yigou 以购" },
  });
  doc.registerFont("regular", faces.regular).registerFont("bold", faces.bold).font("regular");
  const print = printerOf(Reflect.get(doc, "_font"));
  return {
    doc,
    put: (text, y, { x, width, size, bold = false, quiet = false }) => {
      doc.font(bold ? "bold" : "regular").fontSize(size);
      doc.fillColor(quiet ? ink.quiet : ink.text).text(print(text), x, y, { width, lineGap: 1 });
      return doc.y;
    },
  };
}

function bytesOf(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => {
      resolve(Buffer.concat(chunks));
    });
    doc.on("error", reject);
    doc.end();
  });
}

/** The label of a box: 100 by 150 mm, the code large enough for any phone. */
export async function labelPdf(sign: LotSign, cooperative: string): Promise<Buffer> {
  const { doc, put } = await desk(`${cooperative} ${sign.lot}`);
  const { width, height, margin } = LABEL;
  doc.addPage({ size: [width, height], margin: 0 });
  const inner = { x: margin, width: width - 2 * margin };
  let y = put("以购 Yigou", margin, { ...inner, size: 9, quiet: true });
  y = put(sign.title, y + 2, { ...inner, size: 17, bold: true });
  y = put(cooperative, y + 3, { ...inner, size: 10 });
  y = put(`批次 Lot ${sign.lot}　采收 Harvested ${sign.harvested_on}`, y + 2, {
    ...inner,
    size: 8.5,
    quiet: true,
  });
  const side = Math.min(inner.width, height - y - 86);
  drawQr(doc, sign.url, { x: (width - side) / 2, y: y + 4, width: side });
  y = put(grouped(sign.code), y + side + 6, { ...inner, size: 15, bold: true });
  y = put("扫码看产地、交货的村、证书和检测", y + 1, { ...inner, size: 9 });
  y = put("Scan: field to table, villages, certificates, tests", y, { ...inner, size: 7.5 });
  put(sign.url, y + 2, { ...inner, size: 6.5, quiet: true });
  return bytesOf(doc);
}

/** The slip inside a box: A5, whom it is for, what is in it, and the code of each lot. */
export async function slipPdf(slip: Slip): Promise<Buffer> {
  const { doc, put } = await desk(`装箱单 ${slip.number}`);
  const { width, height, margin } = A5;
  const inner = { x: margin, width: width - 2 * margin };
  const newPage = (): number => {
    doc.addPage({ size: [width, height], margin: 0 });
    return margin;
  };
  let y = put(`装箱单 Packing slip #${slip.number}`, newPage(), { ...inner, size: 15, bold: true });
  y = put(slip.cooperative, y + 2, { ...inner, size: 10, quiet: true });
  for (const line of slip.receiver) y = put(line, y + 3, { ...inner, size: 10.5 });
  y += 8;
  for (const { title, variant, quantity } of slip.lines) {
    if (y > height - margin - 20) y = newPage();
    doc.rect(margin, y, 8, 8).lineWidth(0.8).stroke(ink.text);
    const row = { x: margin + 15, width: inner.width - 15, size: 10.5 };
    y = put(`${title}　${variant}　× ${quantity.toString()}`, y - 2, row) + 4;
  }
  const side = 104;
  for (const lot of slip.lots) {
    if (y > height - margin - side) y = newPage();
    drawQr(doc, lot.url, { x: margin - 6, y: y + 4, width: side });
    const beside = { x: margin + side + 4, width: inner.width - side - 4 };
    let at = put(lot.title, y + 12, { ...beside, size: 11, bold: true });
    at = put(`批次 Lot ${lot.lot}　采收 ${lot.harvested_on}`, at + 2, { ...beside, size: 8.5 });
    at = put(grouped(lot.code), at + 3, { ...beside, size: 11, bold: true });
    put(lot.url, at + 2, { ...beside, size: 6.5, quiet: true });
    y += side + 6;
  }
  return bytesOf(doc);
}

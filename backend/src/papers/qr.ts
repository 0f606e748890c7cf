/** QR codes as squares of a document: sharp at every size, nothing to load. */
import { create } from "qrcode";

/** Modules of a QR code, row by row; true is dark. */
export function qrModules(text: string): boolean[][] {
  // Quartile: a quarter of the sign may be dirty or torn on a box that has travelled.
  const { modules } = create(text, { errorCorrectionLevel: "Q" });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_cell, column) => modules.get(row, column) === 1),
  );
}

/** Four modules of white around it are part of the sign. */
const QUIET = 4;

/**
 * Draws a QR code with its white edge.
 *
 * @param doc a pdfkit document
 * @param text what it says
 * @param at left, top and width of the whole sign in points
 */
export function drawQr(
  doc: PDFKit.PDFDocument,
  text: string,
  at: { x: number; y: number; width: number },
): void {
  const modules = qrModules(text);
  const side = at.width / (modules.length + 2 * QUIET);
  doc.rect(at.x, at.y, at.width, at.width).fill("#ffffff");
  modules.forEach((cells, row) => {
    cells.forEach((dark, column) => {
      if (!dark) return;
      doc.rect(at.x + (column + QUIET) * side, at.y + (row + QUIET) * side, side, side);
    });
  });
  doc.fill("#000000");
}

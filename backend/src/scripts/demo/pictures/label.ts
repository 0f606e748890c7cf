/** The plain paper label of a packing. */
import type { Subject } from "./hero";
import { box, mix, place } from "./ink";

/** What stands on the label. */
export interface Label {
  name: string;
  size: string;
  place: string;
}

export const SERIF = "'Songti SC','Noto Serif CJK SC','Source Han Serif SC',serif";
const SANS = "'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif";

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A line of words, centred. */
export function words(
  x: number,
  y: number,
  size: number,
  text: string,
  fill: string,
  face = SANS,
  weight = 400,
): string {
  return `<text x="${String(x)}" y="${String(y)}" text-anchor="middle" font-family="${face}" font-size="${String(size)}" font-weight="${String(weight)}" fill="${fill}">${escape(text)}</text>`;
}

/** A paper label with the symbol, the name, the size and the place. */
export function label(
  subject: Subject,
  text: Label,
  x: number,
  y: number,
  w: number,
  h: number,
): string {
  const nameSize = Math.min(40, (w - 30) / Math.max(4, Array.from(text.name).length));
  const drawn = h * 0.0037;
  return (
    box(x - w / 2, y, w, h, 8, "#fffaf0") +
    box(x - w / 2 + 7, y + 7, w - 14, h - 14, 4, "none").replace(
      "/>",
      ` stroke="${mix(subject.symbol.accent, "#fffaf0", 0.45)}" stroke-width="2"/>`,
    ) +
    place(x, y + h * 0.29, drawn, 0, subject.symbol.draw()) +
    words(x, y + h * 0.71, nameSize, text.name, "#20241d", SERIF, 700) +
    words(x, y + h * 0.71 + 24, 17, text.size, "#5d6355") +
    words(x, y + h * 0.71 + 46, 15, text.place, "#a83a0f")
  );
}

/** Draws one kind of packing with its label. */
export type Draw = (subject: Subject, text: Label) => string;

/** The typeface of our papers: Noto Sans SC, which has the rare characters of names (䶮 㵘 骉). */
import { readFile } from "node:fs/promises";

import { printable } from "./printable";

/** Regular and bold, as bytes: a document embeds only the characters that it uses. */
export interface Typeface {
  regular: Buffer;
  bold: Buffer;
}

let loaded: Promise<Typeface> | undefined;

/** Reads the typeface once for the whole process. */
export function typeface(): Promise<Typeface> {
  loaded ??= Promise.all([
    readFile(
      require.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
    ),
    readFile(require.resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf")),
  ]).then(([regular, bold]) => ({ regular, bold }));
  return loaded;
}

interface Glyphs {
  hasGlyphForCodePoint: (codePoint: number) => boolean;
}

/**
 * How a document's own typeface prints texts.
 *
 * @param face what pdfkit made of the typeface; without a list of its glyphs the text stays as it is
 */
export function printerOf(face: unknown): (text: string) => string {
  const glyphs = glyphsOf(face);
  return (text) => printable(text, (codePoint) => glyphs?.hasGlyphForCodePoint(codePoint) ?? true);
}

function glyphsOf(face: unknown): Glyphs | null {
  if (typeof face !== "object" || face === null || !("font" in face)) return null;
  return isGlyphs(face.font) ? face.font : null;
}

function isGlyphs(value: unknown): value is Glyphs {
  return typeof value === "object" && value !== null && "hasGlyphForCodePoint" in value;
}

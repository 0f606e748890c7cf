/** Characters that a typeface lacks are printed as their number, never as an empty box. Pure. */

/**
 * The text as it can be printed.
 *
 * @param text any text
 * @param hasGlyph whether the typeface has a character, by its code point
 * @returns the text with each missing character as "U+20BB7"; control characters become spaces
 */
export function printable(text: string, hasGlyph: (codePoint: number) => boolean): string {
  return Array.from(text, (sign) => {
    const codePoint = sign.codePointAt(0) ?? 0x20;
    if (codePoint === 0x0a) return sign;
    if (codePoint < 0x20 || codePoint === 0x7f) return " ";
    if (isInvisible(codePoint) || hasGlyph(codePoint)) return sign;
    return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  }).join("");
}

/** Joiners and variation selectors: they have no shape of their own. */
function isInvisible(codePoint: number): boolean {
  const isSelector = codePoint >= 0xfe00 && codePoint <= 0xfe0f;
  const isSupplement = codePoint >= 0xe0100 && codePoint <= 0xe01ef;
  return isSelector || isSupplement || codePoint === 0x200c || codePoint === 0x200d;
}

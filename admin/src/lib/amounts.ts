/** What people type and the whole units that the contract takes. */
import { yuanToFen } from "@yigou/backend/contract/fen";

const GRAMS_OF_KG = 1000;
const PPM_OF_PERCENT = 10_000;

/** Yuan as typed, into fen; null when it is no amount or has more than two decimals. */
export function fenOfText(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d+(\.\d{1,2})?$/.test(trimmed)) return null;
  try {
    return yuanToFen(trimmed);
  } catch {
    return null;
  }
}

/** Kilograms as typed, into grams; null when it is no weight or finer than a gram. */
export function gramsOfText(text: string): number | null {
  return wholeOf(text, GRAMS_OF_KG, 3);
}

/** Percent as typed, into parts per million; null when it is no share or above 100. */
export function ppmOfText(text: string): number | null {
  const ppm = wholeOf(text, PPM_OF_PERCENT, 4);
  return ppm !== null && ppm <= 100 * PPM_OF_PERCENT ? ppm : null;
}

/** Grams as kilograms for the screen. */
export function kgText(grams: number): string {
  return String(grams / GRAMS_OF_KG);
}

/** Parts per million as percent for the screen, at most two decimals. */
export function percentText(ppm: number): string {
  return `${String(Math.round(ppm / (PPM_OF_PERCENT / 100)) / 100)}%`;
}

/** A decimal text times a power of ten, without binary fractions. */
function wholeOf(text: string, factor: number, decimals: number): number | null {
  const match = /^(\d{1,9})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const [, whole = "0", fraction = ""] = match;
  if (fraction.length > decimals) return null;
  return Number(whole) * factor + Number(fraction.padEnd(decimals, "0") || "0");
}

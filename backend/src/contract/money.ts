/** Schemas of money; the arithmetic is in fen.ts. */
import { z } from "zod";

export { fenToYuan, formatFen, roundToFen, yuanToFen, type Fen } from "./fen";

/** Whole fen (1/100 yuan), signed, within the safe integers of JavaScript. */
export const fenSchema = z.int();

/** Whole fen that must not be negative. */
export const positiveFenSchema = z.int().min(0);

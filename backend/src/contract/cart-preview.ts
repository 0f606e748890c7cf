/** What a cart that lives in the browser asks of the shop. */
import { z } from "zod";

import { idSchema } from "./common";
import { partSchema } from "./goods";
import { positiveFenSchema } from "./money";

/** Public variants stock and price for a cart that lives in the browser. */
export const cartPreviewQuerySchema = z.strictObject({
  /** variant ids, comma separated, at most 100. */
  variants: z
    .string()
    .max(8000)
    .transform((s) => s.split(",").filter(Boolean))
    .pipe(z.array(idSchema).max(100)),
});

/** The lines of a cart as the goods stand now. */
export const cartPreviewReplySchema = z.object({
  lines: z.array(
    z.object({
      variant_id: z.string(),
      handle: z.string(),
      title: z.string(),
      title_en: z.string(),
      variant_title: z.string(),
      picture: z.string().nullable(),
      price_fen: positiveFenSchema,
      in_stock: z.boolean(),
      breakdown: z.array(partSchema),
    }),
  ),
});

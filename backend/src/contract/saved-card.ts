/** Cards that a buyer has saved at the payment house. */
import { z } from "zod";

/** The id of a saved card, in Stripe's words. */
export const savedCardIdSchema = z.string().regex(/^pm_\w{4,120}$/);

/** A saved card as its holder sees it: nothing to pay with elsewhere. */
export const savedCardSchema = z.object({
  id: z.string(),
  /** Stripe's word, as `visa` or `unionpay`. */
  brand: z.string(),
  last4: z.string(),
  exp_month: z.int(),
  exp_year: z.int(),
});
/** A saved card as its holder sees it. */
export type SavedCard = z.infer<typeof savedCardSchema>;

/** The newest first. */
export const savedCardsReplySchema = z.object({ cards: z.array(savedCardSchema) });

/** One card in the path. */
export const savedCardParamsSchema = z.strictObject({ id: savedCardIdSchema });

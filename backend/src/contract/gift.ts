/** Gifts: one purchase that goes to many people, each with an own parcel and no price on the slip. */
import { z } from "zod";

import { addressSchema, addressViewSchema } from "./address";
import { textSchema } from "./common";

/** People whom one purchase may reach, and lines that it may have in all. */
export const MOST_RECIPIENTS = 50;
/** Lines of one order: every recipient has own ones. */
export const MOST_GIFT_LINES = 100;

/** To whom a purchase goes, with the words on the card. */
export const giftSchema = z.strictObject({
  /** On the card in every parcel. */
  message: textSchema(200).optional(),
  recipients: z.array(addressSchema).min(1).max(MOST_RECIPIENTS),
});
/** To whom a purchase goes. */
export type Gift = z.infer<typeof giftSchema>;

/** A typed list: one recipient a line. */
export const giftListTextSchema = z.object({ text: z.string().max(40_000) });

/** What is wrong in a list: the row as its file counts, and the column. */
export const giftListErrorSchema = z.object({
  row: z.int(),
  field: z.string(),
  reason: z.string(),
  reason_zh: z.string(),
});
/** What is wrong in a list. */
export type GiftListError = z.infer<typeof giftListErrorSchema>;

/** A list as it was read: every recipient, or every error. */
export const giftListReplySchema = z.object({
  recipients: z.array(addressSchema),
  errors: z.array(giftListErrorSchema),
  /** The list as text, one recipient a line, so that it can be mended by hand. */
  text: z.string(),
});

/** A gift that was tried to buy and is no order yet, as its form needs it again. */
export const triedGiftReplySchema = z.object({
  email: z.string(),
  sender: addressViewSchema,
  work_unit_id: z.string().nullable(),
  message: z.string().nullable(),
  recipients: z.array(addressSchema),
  /** The recipients as text, one a line. */
  text: z.string(),
});

/** A gift as its buyer, the shipping cooperative and the operator see it. No prices: slips are printed from it. */
export const giftReplySchema = z.object({
  gift: z.object({
    order_id: z.string(),
    display_id: z.int(),
    message: z.string().nullable(),
    sender: z.string(),
    recipients: z.array(
      z.object({
        id: z.string(),
        position: z.int(),
        /** Empty for a cooperative until the gift is paid. */
        address: addressViewSchema,
        state: z.enum(["to_ship", "shipped", "delivered", "canceled"]),
        tracking: z.array(z.object({ carrier: z.string(), number: z.string() })),
        lines: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            variant_title: z.string(),
            quantity: z.int(),
            shipped: z.int(),
            return_requested: z.int(),
            returned: z.int(),
          }),
        ),
      }),
    ),
  }),
});

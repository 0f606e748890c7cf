/** Checkout in one call, credits of an order, returns. */
import { z } from "zod";

import { addressViewSchema, postedAddressSchema } from "./address";
import { idSchema, textSchema } from "./common";
import { giftSchema } from "./gift";
import { partSchema } from "./goods";
import { fenSchema, positiveFenSchema } from "./money";
import { reversalSchema } from "./reversal";
import { savedCardIdSchema } from "./saved-card";
import { creditStates, paymentStates } from "./words";

/** What the buyer sends to buy. */
export const checkoutBodySchema = z.strictObject({
  items: z
    .array(z.strictObject({ variant_id: idSchema, quantity: z.int().min(1).max(999) }))
    .min(1)
    .max(100),
  email: z.email().max(200),
  shipping_address: postedAddressSchema,
  shipping_option_id: idSchema.optional(),
  payment_provider_id: z.string().regex(/^pp_[a-z0-9_-]{3,60}$/),
  /** Sandbox: the outcome to play. Stripe: what the browser got from it, and where a wallet leads back to. */
  payment_data: z
    .strictObject({
      outcome: z.enum(["success", "decline", "pending"]).optional(),
      confirmation_token: z
        .string()
        .regex(/^ctoken_\w{4,120}$/)
        .optional(),
      return_url: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional(),
      /** Stripe: a card of the buyer's own, in place of the token. */
      saved_card: savedCardIdSchema.optional(),
      /** Stripe: the card of the token is saved for the next time, once it has paid. */
      save_card: z.boolean().optional(),
    })
    .optional(),
  /** What the buyer saw; another total is refused with `price_changed`. */
  expected_total_fen: positiveFenSchema.optional(),
  /** Buying for a work unit of which the customer is a member. */
  work_unit_id: idSchema.optional(),
  note: textSchema(200).optional(),
  /** The buyer fetches it there: name and phone are the buyer's, the place is the point's. */
  pickup_point_id: idSchema.optional(),
  /** Every recipient gets all items; the shipping address is then the sender's own. */
  gift: giftSchema.optional(),
});
/** What the buyer sends to buy. */
export type CheckoutBody = z.infer<typeof checkoutBodySchema>;

/** An order as its owner sees it. */
export const orderSchema = z.object({
  id: z.string(),
  display_id: z.int(),
  created_at: z.string(),
  email: z.string(),
  status: z.string(),
  payment_state: z.enum(paymentStates),
  fulfillment_state: z.enum(["none", "partly_shipped", "shipped", "delivered", "canceled"]),
  payment_provider_id: z.string().nullable(),
  /** The reference that a bank transfer must carry. */
  transfer_reference: z.string().nullable(),
  work_unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  shipping_address: addressViewSchema,
  /** People to whom it goes as a gift; 0 when it is none. */
  gift_recipients: z.int(),
  tracking: z.array(z.object({ carrier: z.string(), number: z.string() })),
  lines: z.array(
    z.object({
      id: z.string(),
      variant_id: z.string().nullable(),
      handle: z.string().nullable(),
      title: z.string(),
      variant_title: z.string(),
      picture: z.string().nullable(),
      cooperative: z.string().nullable(),
      quantity: z.int(),
      returnable: z.int(),
      /** Units that the buyer wants to send back, and that have come back. */
      return_requested: z.int(),
      returned: z.int(),
      unit_fen: positiveFenSchema,
      total_fen: positiveFenSchema,
    }),
  ),
  goods_fen: positiveFenSchema,
  shipping_fen: positiveFenSchema,
  discount_fen: positiveFenSchema,
  total_fen: positiveFenSchema,
  paid_fen: positiveFenSchema,
  refunded_fen: positiveFenSchema,
});
/** An order as its owner sees it. */
export type Order = z.infer<typeof orderSchema>;

/** The reply of a checkout. The access token is given once, to guests. */
export const checkoutReplySchema = z.object({
  order: orderSchema,
  access_token: z.string().optional(),
});

/** A purchase that was tried and is no order yet, as its form needs it again. */
export const triedCheckoutReplySchema = z.object({
  email: z.string(),
  /** Of what is fetched at a pick-up point only name and phone. */
  address: addressViewSchema,
  pickup_point_id: z.string().nullable(),
  work_unit_id: z.string().nullable(),
  note: z.string().nullable(),
});

/** What the shop's own pages need to offer cards and wallets; null while Stripe is off. */
export const waysToPayReplySchema = z.object({
  stripe: z.object({ publishable_key: z.string(), methods: z.array(z.string()) }).nullable(),
});

/** Goes on with a purchase that the buyer had to confirm elsewhere, or gives it up. */
export const resumeBodySchema = z.strictObject({ give_up: z.boolean().default(false) });

/** The order that the purchase became; null when it was given up and nothing was taken. */
export const resumeReplySchema = z.object({
  order: orderSchema.nullable(),
  access_token: z.string().optional(),
});

/** Which household earned what from an order. */
export const orderCreditsReplySchema = z.object({
  credits: z.array(
    z.object({
      order_line_id: z.string(),
      household_alias: z.string(),
      division_name: z.string(),
      state: z.enum(creditStates),
      gross_fen: fenSchema,
      deductions: z.array(partSchema),
      net_fen: fenSchema,
      reversed_fen: fenSchema,
      /** Money that went back, and who bore it. */
      reversals: z.array(reversalSchema),
    }),
  ),
  total_net_fen: fenSchema,
});

/** A buyer asks to return goods. */
export const returnBodySchema = z.strictObject({
  items: z
    .array(z.strictObject({ order_line_id: idSchema, quantity: z.int().min(1).max(999) }))
    .min(1)
    .max(100),
  reason: textSchema(200).optional(),
});

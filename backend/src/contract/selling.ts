/** A cooperative's own orders, shipments, transfers, and what it owes households. */
import { z } from "zod";

import { addressViewSchema } from "./address";
import { daySchema, idSchema, nameSchema, pageSchema } from "./common";
import { fenSchema, positiveFenSchema } from "./money";
import { paymentStates } from "./words";

/** Which orders to list. */
export const cooperativeOrdersQuerySchema = z.strictObject({
  state: z.enum(["awaiting_transfer", "to_ship", "shipped", "delivered", "canceled"]).optional(),
  ...pageSchema,
});

/** An order as the selling cooperative sees it: its own lines only. */
export const cooperativeOrderSchema = z.object({
  id: z.string(),
  display_id: z.int(),
  created_at: z.string(),
  payment_state: z.enum(paymentStates),
  state: z.enum([
    "awaiting_payment",
    "awaiting_transfer",
    "to_ship",
    "shipped",
    "delivered",
    "canceled",
  ]),
  transfer_reference: z.string().nullable(),
  /** The whole order's total; a transfer is confirmed against it. */
  order_total_fen: positiveFenSchema,
  work_unit: z.string().nullable(),
  shipping_address: addressViewSchema,
  /** People to whom it goes as a gift, each with an own box; 0 when it is none. */
  gift_recipients: z.int(),
  lines: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      variant_title: z.string(),
      quantity: z.int(),
      shipped: z.int(),
      return_requested: z.int(),
      total_fen: positiveFenSchema,
    }),
  ),
  total_fen: positiveFenSchema,
  tracking: z.array(z.object({ carrier: z.string(), number: z.string() })),
});

/** One order. */
export const cooperativeOrderReplySchema = z.object({ order: cooperativeOrderSchema });
/** A page of the cooperative's own orders. */
export const cooperativeOrdersReplySchema = z.object({
  orders: z.array(cooperativeOrderSchema),
  count: z.int(),
});

/** A shipment of the cooperative's own lines. */
export const shipBodySchema = z.strictObject({
  carrier: nameSchema,
  tracking_number: z
    .string()
    .regex(
      /^[A-Za-z0-9-]{5,40}$/,
      "快递单号为 5 至 40 位字母、数字 / 5 to 40 letters, digits and dashes",
    ),
  items: z
    .array(z.strictObject({ order_line_id: idSchema, quantity: z.int().min(1).max(999) }))
    .min(1)
    .max(100)
    .optional(),
});

/** Own parcels that have arrived: all that have left, or those that hold these lines. */
export const deliverBodySchema = z.strictObject({
  order_line_ids: z.array(idSchema).min(1).max(100).optional(),
});

/** The number by which a bank names a transfer. */
export const bankReferenceSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9-]{4,60}$/,
    "流水号为 4 至 60 位字母、数字 / 4 to 60 letters, digits and dashes",
  );

/** A bank transfer that arrived: the amount as the bank shows it. */
export const confirmTransferBodySchema = z.strictObject({
  amount_fen: z.int().min(1),
  bank_reference: bankReferenceSchema,
});

/** What the cooperative owes each household. */
export const payablesReplySchema = z.object({
  payables: z.array(
    z.object({
      household_id: z.string(),
      alias: z.string(),
      division_name: z.string(),
      /** Paid for, not yet accepted. */
      expected_fen: fenSchema,
      /** Accepted, return window open. */
      earned_fen: fenSchema,
      /** Payable now. */
      settled_fen: fenSchema,
      /** Part of it that stands in a settlement already. */
      in_settlement_fen: fenSchema,
      /** Part of it that waits for complaints about its lines. */
      under_complaint_fen: fenSchema,
      paid_fen: fenSchema,
      confirmed_fen: fenSchema,
    }),
  ),
  total: z.object({
    expected_fen: fenSchema,
    earned_fen: fenSchema,
    settled_fen: fenSchema,
    paid_fen: fenSchema,
    confirmed_fen: fenSchema,
  }),
});

/** Money transferred to a household, with the bank's voucher. */
export const payBodySchema = z.strictObject({
  household_id: idSchema,
  /** Who took the money instead of the head; must have been in force on `paid_on`. */
  recipient_id: idSchema.optional(),
  /** Must equal what is payable, so that no one pays a figure that has just changed. */
  amount_fen: z.int().min(1),
  bank: nameSchema,
  reference: bankReferenceSchema,
  paid_on: daySchema,
});

/** Chargebacks: a buyer's bank takes a card payment back. Stripe calls them disputes. */
import { z } from "zod";

import { idSchema, pageSchema, textSchema } from "./common";
import { fenSchema } from "./money";

/** Where a chargeback stands; the last three are its end. */
export const chargebackStates = ["to_answer", "under_review", "won", "lost", "closed"] as const;
/** Where a chargeback stands. */
export type ChargebackState = (typeof chargebackStates)[number];

/** What the books cannot follow by themselves: a person sees to it. */
export const chargebackTasks = ["won_after_booking", "not_all_booked"] as const;

/** Those that are open or wait for a person, or all. */
export const chargebacksQuerySchema = z.strictObject({
  ...pageSchema,
  open: z.enum(["1", "0"]).default("1"),
});

/** A chargeback as the operator sees it. No buyer is named: the order says who it is. */
export const chargebackSchema = z.object({
  id: idSchema,
  provider_id: z.string(),
  /** The payment at its house, where evidence is handed in. */
  intent_id: z.string(),
  state: z.enum(chargebackStates),
  /** The bank only asks so far; nothing has been taken. */
  is_inquiry: z.boolean(),
  /** In the house's own word, such as `fraudulent` or `product_not_received`. */
  reason: z.string(),
  amount_fen: fenSchema,
  currency: z.string(),
  /** Until when evidence is taken. */
  due_at: z.string().nullable(),
  opened_at: z.string(),
  closed_at: z.string().nullable(),
  order: z.object({ id: z.string(), display_id: z.int() }).nullable(),
  /** What the house charges for it, in the smallest unit of its currency: the platform's cost, not in the ledger. */
  fee: z.object({ amount: z.int(), currency: z.string() }).nullable(),
  to_do: z.enum(chargebackTasks).nullable(),
  /** That a person has seen to it. */
  done: z.object({ at: z.string(), note: z.string() }).nullable(),
  /** What went back in our books once it was lost. */
  booked: z
    .object({
      amount_fen: fenSchema,
      /** The transaction of the ledger; null for the moment before it is posted. */
      seq: z.int().nullable(),
      /** What the loss pool bore of it. */
      loss_pool_fen: fenSchema,
    })
    .nullable(),
});
/** What a person has done. */
export const chargebackDoneSchema = z.strictObject({ note: textSchema(200) });

/** A chargeback as the operator sees it. */
export type Chargeback = z.infer<typeof chargebackSchema>;

/** What an intent is opened with: whole fen, the ways of paying, and whose session it is. */
import type Stripe from "stripe";
import { z } from "zod";

import type { Fen } from "../../contract/money";

const holderSchema = z.object({ account_holder: z.object({ data: z.object({ id: z.string() }) }) });

/** A payment that is wished for. */
export interface IntentWish {
  amount_fen: Fen;
  session_id: string;
  methods: readonly string[];
  /** Medusa's context: names the customer where Stripe knows one. */
  context: unknown;
}

/** A card is held first; a wallet cannot be held. */
export function intentWish(wish: IntentWish): Stripe.PaymentIntentCreateParams {
  const { amount_fen, session_id, methods, context } = wish;
  const customer = holderSchema.safeParse(context).data?.account_holder.data.id;
  return {
    amount: amount_fen,
    currency: "cny",
    metadata: { session_id },
    payment_method_types: [...methods],
    payment_method_options: {
      ...(methods.includes("card") ? { card: { capture_method: "manual" } } : {}),
      ...(methods.includes("wechat_pay") ? { wechat_pay: { client: "web" } } : {}),
    },
    ...(customer ? { customer } : {}),
  };
}

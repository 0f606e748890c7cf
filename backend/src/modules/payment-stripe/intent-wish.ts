/** What an intent is opened with: whole fen, the ways of paying, and whose session it is. */
import type Stripe from "stripe";

import type { Fen } from "../../contract/money";
import { ask } from "./failures";
import { holderIn } from "./saved-cards";

/** A payment that is wished for. */
interface IntentWish {
  amount_fen: Fen;
  session_id: string;
  methods: readonly string[];
  /** Medusa's context: names the customer where Stripe knows one. */
  context: unknown;
  /** The card is saved with that customer once it has paid, to be used while its holder is there. */
  save_card: boolean;
}

/** Opens an intent, once per session. */
export async function openIntent(stripe: Stripe, wish: IntentWish): Promise<Stripe.PaymentIntent> {
  const idempotencyKey = `${wish.session_id}:create`;
  return ask(() => stripe.paymentIntents.create(intentWish(wish), { idempotencyKey }));
}

/** A card is held first; a wallet cannot be held. */
function intentWish(wish: IntentWish): Stripe.PaymentIntentCreateParams {
  const { amount_fen, session_id, methods, context } = wish;
  const customer = holderIn(context);
  const isSaved = customer !== null && wish.save_card;
  const saving = isSaved ? { setup_future_usage: "on_session" as const } : {};
  return {
    amount: amount_fen,
    currency: "cny",
    metadata: { session_id },
    payment_method_types: [...methods],
    payment_method_options: {
      ...(methods.includes("card") ? { card: { capture_method: "manual", ...saving } } : {}),
      ...(methods.includes("wechat_pay") ? { wechat_pay: { client: "web" } } : {}),
    },
    ...(customer ? { customer } : {}),
  };
}

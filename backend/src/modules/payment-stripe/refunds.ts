/** Refunds at Stripe. Each is known by the id that our books gave it, however old the idempotency key is. */
import type Stripe from "stripe";

import type { Fen } from "../../contract/money";
import { refuse } from "../../refuse";
import { ask, isTooMuchBack } from "./failures";

/** A refund as it is wished. */
export interface WishedRefund {
  intent_id: string;
  /** Id of the refund in our books; that of Stripe for a refund that began there. */
  refund_id: string;
  amount_fen: Fen;
}

/** The id under which our books know a refund of Stripe. */
export function bookIdOf({ id, metadata }: Stripe.Refund): string {
  return metadata?.refund_id ?? id;
}

/** Whether the money is given or surely on its way. */
export function isGiven({ status }: Stripe.Refund): boolean {
  return status === "succeeded" || status === "pending";
}

/** Every refund of an intent, failed ones too. */
export async function listRefunds(stripe: Stripe, intent_id: string): Promise<Stripe.Refund[]> {
  const wanted = { payment_intent: intent_id, limit: 100 };
  return ask(() => stripe.refunds.list(wanted).autoPagingToArray({ limit: 1000 }));
}

/**
 * Gives money back, once per key.
 *
 * @throws refusal `over_refund`; `state_conflict` when the bank refuses it
 */
export async function giveBack(stripe: Stripe, wished: WishedRefund): Promise<Stripe.Refund> {
  const { intent_id, refund_id, amount_fen } = wished;
  const made = await ask(async () => {
    try {
      return await stripe.refunds.create(
        { payment_intent: intent_id, amount: amount_fen, metadata: { refund_id } },
        { idempotencyKey: `refund:${refund_id}` },
      );
    } catch (error) {
      // NOTE: Medusa's own provider takes "already refunded" for a success, and books money nobody got.
      if (isTooMuchBack(error)) throw refuse("over_refund");
      throw error;
    }
  });
  if (!isGiven(made)) throw refuse("state_conflict");
  return made;
}

/**
 * Looks for a refund, and asks for it only when Stripe has never heard of it: idempotency keys are
 * forgotten after a day, refunds are not.
 */
export async function giveBackOnce(stripe: Stripe, wished: WishedRefund): Promise<boolean> {
  const known = await listRefunds(stripe, wished.intent_id);
  const found = known.find((one) => bookIdOf(one) === wished.refund_id);
  if (found) return isGiven(found) && found.amount === wished.amount_fen;
  // What began at Stripe, a refund or a chargeback, is never asked for by us.
  if (/^(re|du|dp)_/.test(wished.refund_id)) return false;
  await giveBack(stripe, wished);
  return true;
}

/**
 * Asks a payment house what it knows of a session.
 *
 * NOTE: Medusa's payment module passes nothing but webhooks through to a provider, so the question goes
 * the same way, as an inquiry.
 */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules, PaymentActions } from "@medusajs/framework/utils";

import type { Fen } from "../../contract/fen";

/** A refund as the payment house must know it. */
export interface RefundAtProvider {
  provider_id: string;
  session_id: string;
  /** The idempotency key under which it was asked for. */
  refund_id: string;
  amount_fen: Fen;
}

const PAID: readonly string[] = [PaymentActions.SUCCESSFUL];

/** @returns whether the house has taken the money; false also when it does not know the session */
export async function isPaidAtProvider(
  container: MedusaContainer,
  { provider_id, session_id }: { provider_id: string; session_id: string },
): Promise<boolean> {
  return PAID.includes(await ask(container, provider_id, { type: "inquiry", session_id }));
}

/**
 * Asks for a refund once more, under the key that it had: a house that has given the money already gives
 * nothing again.
 *
 * @returns whether the money is given back
 */
export async function isRefundedAtProvider(
  container: MedusaContainer,
  { provider_id, ...refund }: RefundAtProvider,
): Promise<boolean> {
  return PAID.includes(await ask(container, provider_id, { type: "refund", ...refund }));
}

async function ask(
  container: MedusaContainer,
  provider: string,
  question: Record<string, string | number>,
): Promise<string> {
  const { action } = await container.resolve(Modules.PAYMENT).getWebhookActionAndData({
    provider,
    payload: { data: question, rawData: JSON.stringify(question), headers: {} },
  });
  return action;
}

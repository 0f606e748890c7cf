/**
 * Asks a payment house what it knows of a session.
 *
 * NOTE: Medusa's payment module passes nothing but webhooks through to a provider, so the question goes
 * the same way, as an inquiry.
 */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules, PaymentActions } from "@medusajs/framework/utils";

const PAID: readonly string[] = [PaymentActions.SUCCESSFUL];

/** @returns whether the house has taken the money; false also when it does not know the session */
export async function isPaidAtProvider(
  container: MedusaContainer,
  { provider_id, session_id }: { provider_id: string; session_id: string },
): Promise<boolean> {
  const inquiry = { type: "inquiry", session_id };
  const { action } = await container.resolve(Modules.PAYMENT).getWebhookActionAndData({
    provider: provider_id,
    payload: { data: inquiry, rawData: JSON.stringify(inquiry), headers: {} },
  });
  return PAID.includes(action);
}

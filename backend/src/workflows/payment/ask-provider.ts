/**
 * Asks a payment house what it knows of a session.
 *
 * NOTE: Medusa's payment module passes nothing but webhooks through to a provider, so the question goes
 * the same way, as an inquiry.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules, PaymentActions } from "@medusajs/framework/utils";

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

/** A session and the house that it is at. */
export interface SessionAtProvider {
  provider_id: string;
  session_id: string;
}

/** @returns whether the house has taken the money; false also when it does not know the session */
export async function isPaidAtProvider(
  container: MedusaContainer,
  session: SessionAtProvider,
): Promise<boolean> {
  return PAID.includes(await standingAtProvider(container, session));
}

/** @returns what the house says of a session, in Medusa's words: taken, held, failed … */
export async function standingAtProvider(
  container: MedusaContainer,
  { provider_id, session_id }: SessionAtProvider,
): Promise<string> {
  return ask(container, provider_id, { type: "inquiry", session_id });
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
  question: { session_id: string; [fact: string]: string | number },
): Promise<string> {
  const house_id = await houseIdOf(container, question.session_id);
  const data = { ...question, house_id };
  const { action } = await container.resolve(Modules.PAYMENT).getWebhookActionAndData({
    provider,
    payload: { data, rawData: JSON.stringify(data), headers: {} },
  });
  return action;
}

/** The name that the house itself gave to a session; null where it has none. */
async function houseIdOf(container: MedusaContainer, session_id: string): Promise<string | null> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { id: string | null }[] }>(
    `select data ->> 'id' as id from payment_session where id = ?`,
    [session_id],
  );
  return rows[0]?.id ?? null;
}

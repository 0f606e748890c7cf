/** Asks Stripe which notifications never reached us, and puts them into the inbox as if they had come. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

import { env } from "../../env";
import { INBOX_MODULE, type InboxService } from "../../modules/inbox";
import { missedSchema, STRIPE } from "../../modules/payment-stripe";

/** Three days, as for the sessions that are asked for. */
const SINCE_S = 3 * 86_400;

/** @returns how many were new */
export async function fetchMissed(container: MedusaContainer): Promise<number> {
  if (!env.STRIPE_API_KEY) return 0;
  const question = { type: "missed", since_s: SINCE_S };
  const answer = await container.resolve(Modules.PAYMENT).getWebhookActionAndData({
    provider: STRIPE,
    payload: { data: question, rawData: JSON.stringify(question), headers: {} },
  });
  const inbox = container.resolve<InboxService>(INBOX_MODULE);
  let fetched = 0;
  for (const word of missedSchema.parse(answer.data).missed) {
    const event = { provider: STRIPE, event_id: word.event_id, body: { ...word } };
    if (await inbox.store(event)) fetched += 1;
  }
  return fetched;
}

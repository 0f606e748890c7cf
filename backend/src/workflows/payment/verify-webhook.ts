/** Judges a payment webhook by the rules of its house, and reads which event it is. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { z } from "zod";

import { env } from "../../env";
import { INBOX_MODULE, type InboxService } from "../../modules/inbox";
import { judgeWebhook, STRIPE } from "../../modules/payment-stripe";
import { refuse } from "../../refuse";

/** What came to the door. */
export interface ArrivedWebhook {
  provider: string;
  header: (name: string) => string | undefined;
  raw: Buffer;
}

const ownSchema = z.looseObject({ event_id: z.string().min(1).max(120) });

/**
 * @returns the event as it is to be stored
 * @throws refusal `webhook_forged`, `webhook_stale`, `invalid_input`; `not_found` for a house that is not on
 */
export function verifyWebhook(
  container: MedusaContainer,
  { provider, header, raw }: ArrivedWebhook,
): Record<string, unknown> & { event_id: string } {
  if (provider === STRIPE) return ofStripe(raw, header("stripe-signature"));
  const inbox = container.resolve<InboxService>(INBOX_MODULE);
  const verdict = inbox.judge(header("x-yigou-signature"), raw, env.YIGOU_WEBHOOK_SECRET);
  if (verdict !== "good") throw refuse(`webhook_${verdict}`);
  const body = ownSchema.safeParse(jsonOf(raw));
  if (!body.success) throw refuse("invalid_input", { field: "event_id" });
  return body.data;
}

function ofStripe(raw: Buffer, signature: string | undefined) {
  if (!env.STRIPE_WEBHOOK_SECRET) throw refuse("not_found");
  const judged = judgeWebhook(raw, signature, env.STRIPE_WEBHOOK_SECRET);
  if (judged.verdict !== "good") throw refuse(`webhook_${judged.verdict}`);
  return { ...judged.word };
}

function jsonOf(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString("utf8"));
  } catch {
    return null;
  }
}

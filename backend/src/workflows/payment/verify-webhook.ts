/** Judges the signature of a payment webhook. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../../env";
import { INBOX_MODULE, type InboxService } from "../../modules/inbox";

/** @returns whether the raw body comes from the payment house and is fresh */
export function verifyWebhook(
  container: MedusaContainer,
  signature: string | undefined,
  raw: Buffer,
): ReturnType<InboxService["judge"]> {
  const inbox = container.resolve<InboxService>(INBOX_MODULE);
  return inbox.judge(signature, raw, env.YIGOU_WEBHOOK_SECRET);
}

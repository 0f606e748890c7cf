/** What the shop's own pages need to offer cards and wallets. */
import type { z } from "zod";

import type { waysToPayReplySchema } from "../../contract/checkout";
import { env } from "../../env";

/** Nothing secret: the publishable key stands in every page that takes cards. */
export function waysToPay(): z.output<typeof waysToPayReplySchema> {
  const publishable_key = env.STRIPE_PUBLISHABLE_KEY;
  return { stripe: publishable_key ? { publishable_key, methods: env.STRIPE_METHODS } : null };
}

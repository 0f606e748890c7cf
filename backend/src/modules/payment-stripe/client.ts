/** The official client, as this shop wants it. */
import Stripe from "stripe";

/** Settings of the provider; see `env.ts`. */
export interface StripeSettings {
  apiKey: string;
  webhookSecret: string;
  /** Ways of paying that an intent offers, in Stripe's words. */
  methods: readonly string[];
  /** Another house than Stripe's own: the client's settings `protocol`, `host` and `port` in one address. */
  host?: string;
}

const RETRIES = 2;
const TIMEOUT_MS = 20_000;

/** Opens the client. A lost answer is asked for again under the same idempotency key. */
export function openClient({ apiKey, host }: StripeSettings): Stripe {
  return new Stripe(apiKey, {
    maxNetworkRetries: RETRIES,
    timeout: TIMEOUT_MS,
    telemetry: false,
    appInfo: { name: "yigou" },
    ...(host ? placeOf(new URL(host)) : {}),
  });
}

function placeOf({ protocol, hostname, port }: URL) {
  const isPlain = protocol === "http:";
  const way = isPlain ? ("http" as const) : ("https" as const);
  return { protocol: way, host: hostname, port: port || (isPlain ? 80 : 443) };
}

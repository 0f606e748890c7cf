/** Which ways of paying the shop offers now. */
import { z } from "zod";

import { call, callStock } from "./api.server";

/** Ways of paying that the shop knows how to show. */
export const payments = ["pp_sandbox_local", "pp_stripe_stripe", "pp_bank_transfer"] as const;
/** A way of paying that the shop knows how to show. */
export type Payment = (typeof payments)[number];

const regionsSchema = z.object({ regions: z.array(z.object({ id: z.string() })) });
const providersSchema = z.object({ payment_providers: z.array(z.object({ id: z.string() })) });

const KEEP_MS = 60_000;

/** What the shop offers. */
export interface Offered {
  payments: Payment[];
  /** What the browser needs for Stripe's own form; null when it is not offered. */
  stripe: { publishable_key: string; methods: string[] } | null;
}
let kept: { at: number; offered: Offered } | null = null;

/** The ways of paying, the local sandbox first; asked again after a minute. */
export async function listPayments(): Promise<Offered> {
  if (kept && Date.now() - kept.at < KEEP_MS) return kept.offered;
  const { regions } = await callStock("GET /store/regions?limit=1&fields=id", regionsSchema);
  const region = regions[0];
  if (!region) return { payments: [], stripe: null };
  const [{ payment_providers }, ways] = await Promise.all([
    callStock(
      `GET /store/payment-providers?region_id=${encodeURIComponent(region.id)}`,
      providersSchema,
    ),
    call("GET /store/payments"),
  ]);
  const ids = new Set(payment_providers.map((provider) => provider.id));
  const hasStripe = ways.stripe !== null && ids.has("pp_stripe_stripe");
  const offered = {
    payments: payments.filter((id) => (id === "pp_stripe_stripe" ? hasStripe : ids.has(id))),
    stripe: hasStripe ? ways.stripe : null,
  };
  kept = { at: Date.now(), offered };
  return offered;
}

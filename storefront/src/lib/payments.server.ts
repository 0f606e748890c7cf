/** Which ways of paying the shop offers now. */
import { z } from "zod";

import { callStock } from "./api.server";

/** Ways of paying that the shop knows how to show. */
export const payments = ["pp_sandbox_local", "pp_bank_transfer"] as const;
/** A way of paying that the shop knows how to show. */
export type Payment = (typeof payments)[number];

const regionsSchema = z.object({ regions: z.array(z.object({ id: z.string() })) });
const providersSchema = z.object({ payment_providers: z.array(z.object({ id: z.string() })) });

const KEEP_MS = 60_000;
let kept: { at: number; offered: Payment[] } | null = null;

/** The ways of paying, sandbox first; asked again after a minute. */
export async function listPayments(): Promise<Payment[]> {
  if (kept && Date.now() - kept.at < KEEP_MS) return kept.offered;
  const { regions } = await callStock("GET /store/regions?limit=1&fields=id", regionsSchema);
  const region = regions[0];
  if (!region) return [];
  const { payment_providers } = await callStock(
    `GET /store/payment-providers?region_id=${encodeURIComponent(region.id)}`,
    providersSchema,
  );
  const ids = new Set(payment_providers.map((provider) => provider.id));
  const offered = payments.filter((id) => ids.has(id));
  kept = { at: Date.now(), offered };
  return offered;
}

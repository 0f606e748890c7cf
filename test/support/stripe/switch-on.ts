/** Stripe has to be switched on in the region of the shop, as the operator does in Medusa's own dashboard. */
import { z } from "zod";

import { type Api, loginAs, read } from "../api";

const regions = z.object({
  regions: z.array(
    z.object({ id: z.string(), payment_providers: z.array(z.object({ id: z.string() })) }),
  ),
});

/** The operator switches Stripe on in the region of the shop. */
export async function switchStripeOn(backend: Api): Promise<void> {
  const operator = await loginAs(backend, "operator");
  const query = { fields: "id,*payment_providers" };
  for (const region of read(await operator.get("/admin/regions", { query }), regions).regions) {
    const known = region.payment_providers.map(({ id }) => id);
    if (known.includes("pp_stripe_stripe")) continue;
    const payment_providers = [...known, "pp_stripe_stripe"];
    read(await operator.post(`/admin/regions/${region.id}`, { payment_providers }), z.unknown());
  }
}

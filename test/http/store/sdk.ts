/** Buys the way any Medusa client does: over the standard cart routes with Medusa's own client. */
import Medusa from "@medusajs/js-sdk";
import { z } from "zod";

import { address } from "../../lists/addresses";
import { demo } from "../../support/postgres";

/** A client of Medusa's own making. */
export function clientOf(baseUrl: string): Medusa {
  return new Medusa({
    baseUrl,
    publishableKey: demo().publishable_key,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
  });
}

/** A cart that is ready to be completed. */
export interface ReadyCart {
  cart_id: string;
  session_id: string;
  total: number;
}

/** An address as Medusa's clients send it. */
export const medusaAddress = {
  first_name: address.name,
  last_name: "",
  phone: address.phone,
  province: address.province,
  city: address.city,
  address_1: address.street,
  address_2: address.county,
  postal_code: address.postal_code,
  country_code: "cn",
};

/** Fills a cart, chooses delivery and opens a payment session. */
export async function fillCart(
  sdk: Medusa,
  variant_id: string,
  { quantity = 1, outcome = "success" } = {},
): Promise<ReadyCart> {
  const { cart } = await sdk.store.cart.create({
    region_id: demo().region_id,
    email: "sdk@example.com",
  });
  await sdk.store.cart.createLineItem(cart.id, { variant_id, quantity });
  await sdk.store.cart.update(cart.id, {
    shipping_address: medusaAddress,
    billing_address: medusaAddress,
  });
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({ cart_id: cart.id });
  const [option] = shipping_options.toSorted((a, b) => a.amount - b.amount);
  const { cart: ready } = await sdk.store.cart.addShippingMethod(cart.id, {
    option_id: option?.id ?? "",
  });
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(ready, {
    provider_id: "pp_sandbox_local",
    data: { outcome },
  });
  const session_id = payment_collection.payment_sessions?.[0]?.id ?? "";
  return { cart_id: cart.id, session_id, total: ready.total };
}

/** What Yigou adds to the answer of a completion for guests. */
export const completedSchema = z.object({
  type: z.literal("order"),
  order: z.object({ id: z.string() }),
  access_token: z.string().optional(),
});

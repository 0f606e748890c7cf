/** A shop that takes cards and wallets, and the double of the house that pays. */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import { newId } from "../support/stripe/ids";
import type { Intent } from "../support/stripe/state";
import { createToken } from "../support/stripe/methods";
import { openStripeDouble, STRIPE_KEYS, type StripeDouble } from "../support/stripe/server";
import { checkoutOf } from "../lists/checkouts";
import type { Json } from "../lists/changed";
import { look } from "./ledger";
import { openShop, type Shop, until, withKey } from "./shop";
import { type Answer, replyOf, type Visitor } from "./visitor";

/** A shop and its payment house. */
export interface StripeShop extends Shop {
  stripe: StripeDouble;
}

const regionsSchema = z.object({
  regions: z.array(
    z.object({ id: z.string(), payment_providers: z.array(z.object({ id: z.string() })) }),
  ),
});

/** Opens a shop in whose region the operator has switched Stripe on; for `beforeAll`. */
export async function openStripeShop(env: NodeJS.ProcessEnv = {}): Promise<StripeShop> {
  const stripe = await openStripeDouble();
  const shop = await openShop({ ...STRIPE_KEYS, STRIPE_HOST: stripe.url, ...env });
  const url = `${shop.house.url}/hooks/payment/stripe_stripe`;
  stripe.mail.address = { url, secret: STRIPE_KEYS.STRIPE_WEBHOOK_SECRET };
  const operator = await shop.visitor("operator");
  const path = "/admin/regions?fields=id,*payment_providers";
  for (const region of replyOf(await operator.get(path), regionsSchema).regions) {
    const known = region.payment_providers.map(({ id }) => id);
    const payment_providers = [...known, "pp_stripe_stripe"];
    replyOf(await operator.post(`/admin/regions/${region.id}`, { payment_providers }), z.unknown());
  }
  const close = async (): Promise<void> => {
    await shop.close();
    await stripe.close();
  };
  return { ...shop, stripe, close };
}

/** What the browser gets for a filled card form. */
export function cardToken({ house }: StripeDouble, number: string): string {
  const payment_method_data = { type: "card", card: { number } };
  return createToken(house, { payment_method_data }).id;
}

/** What the browser gets for a wallet. */
export function walletToken({ house }: StripeDouble, type: string): string {
  return createToken(house, { payment_method_data: { type } }).id;
}

/** A purchase that is paid with a token. */
export function payingWith(
  variant_id: string,
  confirmation_token: string,
  quantity = 1,
): { [key: string]: Json } {
  return {
    ...checkoutOf(variant_id, quantity),
    payment_provider_id: "pp_stripe_stripe",
    payment_data: { confirmation_token, return_url: "http://localhost:8000/checkout/return" },
  };
}

/** Presses the button, whatever comes of it. */
export async function press(
  buyer: Visitor,
  body: Json,
  key: string = randomUUID(),
): Promise<Answer & { key: string }> {
  return { ...(await buyer.post("/store/checkout", body, withKey(key))), key };
}

/** Comes back from a bank's or a wallet's page. */
export async function resume(buyer: Visitor, key: string, give_up = false): Promise<Answer> {
  return buyer.post("/store/checkout/resume", give_up ? { give_up } : {}, withKey(key));
}

/** The newest intent of the house. */
export function lastIntent({ house }: StripeDouble): Intent {
  const last = [...house.intents.values()].at(-1);
  if (!last) throw new Error("nobody wanted to be paid");
  return last;
}

const booksSchema = z.object({
  orders: z.coerce.number(),
  captures: z.coerce.number(),
  captured_fen: z.coerce.number(),
  refunds: z.coerce.number(),
  reserved: z.coerce.number(),
});
/** What our own books say. */
export type StripeBooks = z.output<typeof booksSchema>;

/** Orders that stand, captures, refunds, and what is reserved of some goods. */
export async function booksOf({ house }: Shop, variant_id: string): Promise<StripeBooks> {
  const [row] = await look(
    house.database,
    booksSchema,
    `select (select count(*) from order_cart oc join "order" o on o.id = oc.order_id
               where oc.deleted_at is null and o.status <> 'canceled') as orders,
       (select count(*) from capture where deleted_at is null) as captures,
       (select coalesce(round(sum(amount) * 100), 0) from capture where deleted_at is null) as captured_fen,
       (select count(*) from refund where deleted_at is null) as refunds,
       (select coalesce(sum(r.quantity), 0) from reservation_item r
          join product_variant_inventory_item i on i.inventory_item_id = r.inventory_item_id
          where i.variant_id = $1 and r.deleted_at is null) as reserved`,
    [variant_id],
  );
  if (!row) throw new Error("no books");
  return row;
}

/** Waits until our books say what is expected, then makes sure that they stay so for a sweep. */
export async function untilBooks(
  shop: Shop,
  variant_id: string,
  wished: Partial<StripeBooks>,
): Promise<StripeBooks> {
  const isSo = (books: StripeBooks): boolean =>
    Object.entries(wished).every(([name, value]) =>
      Object.entries(books).some(([at, found]) => at === name && found === value),
    );
  return until(() => booksOf(shop, variant_id), isSo);
}

/** Sends what somebody claims to be a notification. @returns such as "401 webhook_forged" */
export async function postTo(shop: Shop, body: string, signature: string): Promise<string> {
  const reply = await fetch(`${shop.house.url}/hooks/payment/stripe_stripe`, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": signature },
    body,
  });
  const said = z.object({ code: z.string() }).safeParse(await reply.json().catch(() => null));
  return `${reply.status} ${said.data?.code ?? ""}`.trim();
}

/** A claim that an intent was paid. */
export function eventOf(intent_id: string): string {
  const object = { id: intent_id, object: "payment_intent" };
  return JSON.stringify({
    id: newId("evt"),
    type: "payment_intent.succeeded",
    data: { object },
  });
}

/** The pages that the bench looks at, and what a browser needs to see them. */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import { shopKeys } from "../../backend/local/database";
import { checkoutOf } from "../lists/checkouts";
import type { Trio } from "../support/trio";
import { call } from "./http";

/** A page of the shop. */
export interface Page {
  name: string;
  path: string;
  /** What the browser carries: a cart, for the checkout. */
  cookie?: string;
}

const goods = z.object({ goods: z.array(z.object({ handle: z.string() })).min(1) });
const good = z.object({
  good: z.object({ variants: z.array(z.object({ id: z.string() })).min(1) }),
});
const stories = z.object({ households: z.array(z.object({ handle: z.string() })).min(1) });

/** A browser's cookie with one box in the cart. */
async function filledCart(storefront: string, variant: string): Promise<string> {
  const answer = await fetch(`${storefront}/cart`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: storefront },
    body: new URLSearchParams({ intent: "buy", variant_id: variant, quantity: "1" }),
  });
  if (answer.status !== 302) throw new Error(`the cart answered ${answer.status}`);
  const cookies = answer.headers.getSetCookie().map((text) => text.split(";")[0] ?? "");
  return cookies.join("; ");
}

const bought = z.object({ order: z.object({ id: z.string() }), access_token: z.string() });

/** The page of a guest's order, with the cookie that opens it. */
async function orderOf(
  { backend, storefront }: Trio["urls"],
  headers: Record<string, string>,
  variant: string,
): Promise<{ path: string; cookie: string }> {
  const { order, access_token } = await call(`${backend}/store/checkout`, bought, {
    headers: { ...headers, "idempotency-key": randomUUID() },
    body: checkoutOf(variant),
  });
  const opened = await fetch(`${storefront}/o/${order.id}/${access_token}`, { redirect: "manual" });
  const cookies = opened.headers.getSetCookie().map((text) => text.split(";")[0] ?? "");
  return { path: `/orders/${order.id}`, cookie: cookies.join("; ") };
}

/** The pages of a buyer; the product is the first in stock. */
export async function pagesOf({ urls, database }: Trio): Promise<Page[]> {
  const { publishable_key } = await shopKeys(database.url);
  const headers = { "x-publishable-api-key": publishable_key ?? "" };
  const store = `${urls.backend}/store`;
  const handle = (await call(`${store}/goods?limit=1`, goods, { headers })).goods[0]?.handle ?? "";
  const found = await call(`${store}/goods/${handle}`, good, { headers });
  const variant = found.good.variants[0]?.id ?? "";
  const cookie = await filledCart(urls.storefront, variant);
  const { households } = await call(`${store}/stories`, stories, { headers });
  return [
    { name: "home", path: "/" },
    { name: "list of 24", path: "/goods" },
    { name: "search", path: `/goods?q=${encodeURIComponent("脐橙")}` },
    { name: "product", path: `/goods/${handle}` },
    { name: "household story", path: `/households/${households[0]?.handle ?? ""}` },
    { name: "cart", path: "/cart", cookie },
    { name: "checkout", path: "/checkout", cookie },
    { name: "gift", path: "/gift", cookie },
    { name: "order", ...(await orderOf(urls, headers, variant)) },
  ];
}

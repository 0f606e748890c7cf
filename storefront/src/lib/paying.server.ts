/**
 * A purchase whose buyer is confirming the payment elsewhere: its key and its goods, in a signed cookie. The key
 * stays after a no, so that what was typed stands again; names and addresses stay with the backend.
 */
import { createCookie, redirect } from "react-router";
import { z } from "zod";

import type { Reply } from "@yigou/backend/contract";

import { call, settle, type Caller } from "./api.server";
import { currentCart, saveCart } from "./basket.server";
import { parseItems } from "./cart.server";
import { env } from "./env.server";
import { isUnsure, type Refused } from "./refused";
import { refusedBy } from "./refused.server";
import { callerOf, keepOrderToken } from "./session.server";

const cookie = createCookie("yigou_paying", {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  maxAge: 86_400,
  secure: env.secureCookies,
  secrets: [env.sessionSecret],
});

const payingSchema = z.object({
  key: z.string(),
  items: z.string(),
  /** Where the purchase was made, and where it goes on when the bank says no. */
  page: z.enum(["checkout", "gift"]).default("checkout"),
  /** The answer was no: nothing waits any more, and the key only finds again what was typed. */
  over: z.boolean().default(false),
});
/** A purchase whose buyer is confirming it elsewhere, or has heard a no. */
export type Paying = z.infer<typeof payingSchema>;

async function readKept(request: Request): Promise<Paying | null> {
  const read: unknown = await cookie.parse(request.headers.get("cookie"));
  return payingSchema.safeParse(read).data ?? null;
}

/** The purchase that a browser is in the middle of. */
async function readPaying(request: Request): Promise<Paying | null> {
  const kept = await readKept(request);
  return kept?.over === false ? kept : null;
}

/** The key of what this browser tried to buy last on a page, and that is no order yet. */
export async function triedKey(request: Request, page: Paying["page"]): Promise<string | null> {
  const kept = await readKept(request);
  return kept?.page === page ? kept.key : null;
}

/** What is kept of a purchase whose answer was no: the way back to what was typed. */
export function keepTried(paying: Paying): Promise<string> {
  return keepPaying({ ...paying, over: true });
}

/** The Set-Cookie value that remembers a purchase, or forgets it. */
export function keepPaying(paying: Paying | null): Promise<string> {
  return paying ? cookie.serialize(paying) : cookie.serialize("", { maxAge: 0 });
}

/** Goes on with a purchase, or gives it up. @throws Refusal */
function resume(
  { key }: Paying,
  by: Caller,
  give_up: boolean,
): Promise<Reply<"POST /store/checkout/resume">> {
  const options = { body: { give_up }, by: { ...by, idempotencyKey: key } };
  return call("POST /store/checkout/resume", options);
}

/** How a purchase ended: with a redirect to its order, or with the reason why there is none. */
export type Ended = { order: Response } | { refused: Refused; paying: Paying; headers: Headers };

/**
 * Goes on after the bank's or wallet's page. What that page said is not believed: the backend asks the house.
 *
 * @returns null when this browser is in the middle of nothing
 */
export async function endPaying(request: Request, give_up = false): Promise<Ended | null> {
  const paying = await readPaying(request);
  if (!paying) return null;
  const answer = await settle(resume(paying, await callerOf(request), give_up));
  if (answer.ok && answer.value.order) {
    const { order, access_token } = answer.value;
    const placed = { order_id: order.id, access_token };
    const headers = await headersOfOrder(request, placed, paying.items);
    return { order: redirect(`/orders/${order.id}`, { headers }) };
  }
  const refused = answer.ok ? refusedBy("payment_declined") : answer.refused;
  const isOpen = isUnsure(refused) || refused.code === "payment_action_needed";
  const headers = new Headers();
  if (!isOpen) headers.append("set-cookie", await keepTried(paying));
  return { refused, paying, headers };
}

/**
 * Before another purchase is paid, the one that waits for its bank is given up; if it was paid meanwhile, it
 * is the one that counts, so that nobody pays twice.
 *
 * @returns null when nothing stands in the way
 */
export async function endEarlier(
  request: Request,
  key: string,
): Promise<Response | Refused | null> {
  const paying = await readPaying(request);
  if (!paying || paying.key === key) return null;
  const ended = await endPaying(request, true);
  if (!ended) return null;
  if ("order" in ended) return ended.order;
  return isUnsure(ended.refused) ? ended.refused : null;
}

/** What the browser keeps once an order stands: the rest of the cart, and the guest's token. */
export async function headersOfOrder(
  request: Request,
  { order_id, access_token }: { order_id: string; access_token?: string | undefined },
  items: string,
): Promise<Headers> {
  const headers = new Headers();
  const bought = new Set(parseItems(items).map((item) => item.variant_id));
  const left = (await currentCart(request)).filter((item) => !bought.has(item.variant_id));
  headers.append("set-cookie", await saveCart(request, left));
  headers.append("set-cookie", await keepPaying(null));
  if (access_token) headers.append("set-cookie", await keepOrderToken(order_id, access_token));
  return headers;
}

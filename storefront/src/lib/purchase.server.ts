/** A purchase from a form: made once, with what the browser has to keep afterwards. */
import { redirect } from "react-router";

import type { Gift } from "@yigou/backend/contract";

import { settle } from "./api.server";
import { buy, type CheckoutValues } from "./checkout.server";
import { publicOrigin } from "./page.server";
import {
  endEarlier,
  endPaying,
  headersOfOrder,
  keepPaying,
  keepTried,
  type Paying,
} from "./paying.server";
import { isUnsure, type Refused } from "./refused";
import { callerOf } from "./session.server";

/** Why there is no order, and what the browser keeps of it. */
export interface NoOrder {
  refused: Refused;
  headers: Headers;
}

/**
 * Buys what a form without errors says. A purchase of this browser that still waits for its bank is ended first.
 *
 * @param gift to whom it goes, when it goes to others
 * @returns a redirect to the order, or why there is none
 */
export async function purchase(
  request: Request,
  values: CheckoutValues,
  { page, gift }: { page: Paying["page"]; gift?: Gift },
): Promise<Response | NoOrder> {
  const headers = new Headers();
  const earlier = await endEarlier(request, values.key);
  if (earlier instanceof Response) return earlier;
  if (earlier) return { refused: earlier, headers };
  const by = await callerOf(request);
  const answer = await settle(buy(values, by, { origin: publicOrigin(request), gift }));
  if (!answer.ok) {
    const { refused } = answer;
    const { key, items } = values;
    const paying = { key, items, page, over: false };
    if (refused.code === "payment_action_needed") {
      headers.append("set-cookie", await keepPaying(paying));
    } else if (!isUnsure(refused)) {
      headers.append("set-cookie", await keepTried(paying));
    }
    return { refused, headers };
  }
  const { order, access_token } = answer.value;
  const placed = { order_id: order.id, access_token };
  return redirect(`/orders/${order.id}`, {
    headers: await headersOfOrder(request, placed, values.items),
  });
}

/**
 * Goes on with the purchase that waits for its bank, after the page has shown what the bank asked.
 *
 * @returns a redirect to the order, or to the cart when nothing waits; else why there is no order, and its key
 */
export async function goOn(request: Request): Promise<Response | (NoOrder & { key: string })> {
  const ended = await endPaying(request);
  if (!ended) return redirect("/cart");
  if ("order" in ended) return ended.order;
  const { refused, paying, headers } = ended;
  return { refused, headers, key: paying.key };
}

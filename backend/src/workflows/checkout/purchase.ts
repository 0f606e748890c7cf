/** A purchase on its way from a cart to an order: completes, notes the buyer, and tells what to do when it fails. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

import { env } from "../../env";
import { failpoint } from "../../failpoints";
import {
  CHECKOUT_MODULE,
  GUEST,
  tokenHash,
  tokenOf,
  type CheckoutService,
  type Claim,
} from "../../modules/checkout";
import { completeCart } from "../order/complete-cart";
import { findOrderMoney, type OrderMoney } from "../order/order-money";
import { isPaidAtProvider } from "../payment/ask-provider";

/** The order, and for guests the token that opens it. */
export interface PlacedOrder {
  order_id: string;
  access_token: string | null;
}

/** What a purchase answers once it has its order. */
export function answerOf(claim: Claim, order_id: string): PlacedOrder {
  return { order_id, access_token: tokenFor(claim) };
}

/** The token that opens the order of a guest; null for a signed-in buyer. */
export function tokenFor(claim: Claim): string | null {
  return claim.actor === GUEST ? tokenOf(env.COOKIE_SECRET, claim) : null;
}

/** Completes the cart of a purchase, or lets go of it when nothing came of it. */
export async function placeCart(
  container: MedusaContainer,
  claim: Claim,
  cart_id: string,
): Promise<PlacedOrder> {
  try {
    const money = await completeCart(container, cart_id);
    failpoint("place-order:completed");
    await noteBuyer(container, claim, money);
    return answerOf(claim, money.order_id);
  } catch (error) {
    await freeClaim(container, claim, cart_id);
    throw error;
  }
}

/**
 * Lets the buyer try again with the same key after a failure: a declined session would stay declined, so a cart on
 * which nothing stands is let go of, and the next try begins anew.
 */
export async function freeClaim(
  container: MedusaContainer,
  claim: Claim,
  cart_id: string,
): Promise<void> {
  if ((await isPerhapsBound(container, cart_id)) || !(await letGo(container, cart_id))) return;
  const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
  await checkouts.advance(claim.id, { cart_id: null, order_id: null });
}

/**
 * Completes a cart whose buyer may be away, and notes who holds its order.
 *
 * @returns the money of the one order of this cart
 */
export async function completeForBuyer(
  container: MedusaContainer,
  cart_id: string,
): Promise<OrderMoney & { order_id: string }> {
  const money = await completeCart(container, cart_id);
  const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
  const claim = await checkouts.findClaimOfCart(cart_id);
  if (claim) await noteBuyer(container, claim, money);
  return money;
}

async function noteBuyer(
  container: MedusaContainer,
  claim: Claim,
  { cart_id, order_id, session_data }: OrderMoney & { order_id: string },
): Promise<void> {
  const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
  const token = tokenFor(claim);
  const reference = session_data?.reference;
  await checkouts.noteBuyer({
    order_id,
    access_token_hash: token ? tokenHash(token) : null,
    work_unit_id: claim.work_unit_id,
    transfer_reference: typeof reference === "string" ? reference : null,
  });
  failpoint("place-order:buyer-noted");
  await checkouts.advance(claim.id, { cart_id, order_id });
  failpoint("place-order:done");
}

/**
 * Whether an order or money stands on a cart, its buyer is confirming the payment elsewhere, or nobody can
 * tell: then trying again completes that cart, so that nothing is ordered or taken twice.
 */
export async function isPerhapsBound(
  container: MedusaContainer,
  cart_id: string,
): Promise<boolean> {
  try {
    const money = await findOrderMoney(container, { cart_id });
    if (money?.session_status === "requires_more") return true;
    return money !== null && (await isTaken(container, money));
  } catch {
    return true;
  }
}

/** Whether an order or money stands on a cart. */
export async function isTaken(container: MedusaContainer, money: OrderMoney): Promise<boolean> {
  const { order_id, payment_id } = money;
  if (order_id !== null || payment_id !== null || money.session_status === "authorized") {
    return true;
  }
  return isHeldByHouse(container, money);
}

/** Whether the house has the money of a cart, or nobody can tell, whatever our books say. */
export async function isPerhapsPaid(container: MedusaContainer, cart_id: string): Promise<boolean> {
  try {
    const money = await findOrderMoney(container, { cart_id });
    return money !== null && (await isHeldByHouse(container, money));
  } catch {
    return true;
  }
}

/** The house may have taken the money while its answer was lost: our books alone do not know. */
async function isHeldByHouse(
  container: MedusaContainer,
  { provider_id, session_id }: OrderMoney,
): Promise<boolean> {
  if (provider_id === null || session_id === null) return false;
  return isPaidAtProvider(container, { provider_id, session_id });
}

/**
 * Ends the payment of a cart that is given up, so that nobody can pay it any more and nothing stays held.
 *
 * @returns false when the house does not let go: then the money may still come
 */
export async function letGo(container: MedusaContainer, cart_id: string): Promise<boolean> {
  try {
    const money = await findOrderMoney(container, { cart_id });
    if (!money?.session_id) return true;
    await container.resolve(Modules.PAYMENT).deletePaymentSession(money.session_id);
    return true;
  } catch {
    return false;
  }
}

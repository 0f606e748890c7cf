/** What to do when a payment house says that a session is paid, or that it failed. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules, PaymentActions } from "@medusajs/framework/utils";
import { cancelOrderWorkflow, capturePaymentWorkflow } from "@medusajs/medusa/core-flows";

import { replyOfRefusal } from "../../refuse";
import { completeForBuyer, letGo } from "../checkout/purchase";
import { closeOpenChanges } from "../order/open-changes";
import { findOrderMoney, isStranded, type OrderMoney } from "../order/order-money";
import { standingAtProvider } from "./ask-provider";
import { authorizeOrderPaymentWorkflow } from "./authorize-order-payment";

const WAIT_S = 30;

/**
 * A session is paid: there must be one order with one captured payment afterwards, whatever came first.
 *
 * @throws a refusal when the cart cannot become an order any more (sold out); the money then waits for a
 *   person, it is never given back by an undo. What was only held on a card is let go.
 */
export async function settlePaidSession(
  container: MedusaContainer,
  session_id: string,
): Promise<void> {
  const money = await findOrderMoney(container, { session_id });
  if (!money) return;
  if (!money.order_id || isStranded(money)) {
    try {
      await completeForBuyer(container, money.cart_id);
    } catch (error) {
      if (!(await isHoldEnded(container, money, error))) throw error;
      return;
    }
  }
  await underCartLock(container, money.cart_id, async (now) => {
    if (!now.order_id || now.captured) return;
    if (now.payment_id) {
      await capturePaymentWorkflow(container).run({ input: { payment_id: now.payment_id } });
      return;
    }
    await authorizeOrderPaymentWorkflow(container).run({
      input: { order_id: now.order_id, session_id },
    });
  });
}

/** After these a cart can become no order any more. */
const FOR_GOOD = new Set([
  "sold_out",
  "goods_unavailable",
  "price_changed",
  "cart_refunded",
  "payment_declined",
]);

const HELD = new Set<string>([PaymentActions.AUTHORIZED]);

async function isHoldEnded(
  container: MedusaContainer,
  { cart_id, provider_id, session_id }: OrderMoney,
  error: unknown,
): Promise<boolean> {
  if (!FOR_GOOD.has(replyOfRefusal(error)?.body.code ?? "")) return false;
  if (!provider_id || !session_id) return false;
  const standing = await standingAtProvider(container, { provider_id, session_id });
  return HELD.has(standing) && letGo(container, cart_id);
}

/** A session failed: an order that only waited for it is cancelled and its stock freed. */
export async function settleFailedSession(
  container: MedusaContainer,
  session_id: string,
): Promise<void> {
  const money = await findOrderMoney(container, { session_id });
  if (!money?.order_id) return;
  await underCartLock(container, money.cart_id, async (now) => {
    const waits =
      now.order_id !== null && now.payment_id === null && now.order_status !== "canceled";
    if (!waits || !now.order_id) return;
    // An edit that somebody has begun would keep the order from being cancelled, again and again.
    await closeOpenChanges(container, now.order_id);
    await cancelOrderWorkflow(container).run({ input: { order_id: now.order_id } });
  });
}

/** Runs a change of an order's money while no completion of its cart can run. */
export async function underCartLock<T>(
  container: MedusaContainer,
  cart_id: string,
  change: (money: OrderMoney) => Promise<T>,
): Promise<T | null> {
  const locking = container.resolve(Modules.LOCKING);
  return locking.execute(
    [cart_id],
    async () => {
      const money = await findOrderMoney(container, { cart_id });
      return money ? change(money) : null;
    },
    { timeout: WAIT_S },
  );
}

/** The one way from a cart to an order: at most one order per cart, and never one that stands on nothing. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules, PaymentEvents } from "@medusajs/framework/utils";
import { completeCartWorkflow } from "@medusajs/medusa/core-flows";

import { hasStalePrice } from "../../queries/clearance/stale-prices";
import { isGivenBack } from "../../queries/payment/paid-carts";
import { refuse, replyOfRefusal } from "../../refuse";
import { isPaidAtProvider } from "../payment/ask-provider";
import { keepGuestApart } from "../cart/guest-customer";
import { dropDeadLinks } from "./dead-links";
import { knownBuyingFailure } from "./known-failure";
import { findOrderMoney, isStranded, type OrderMoney } from "./order-money";
import { undoStrandedOrderWorkflow } from "./undo-stranded-order";

// Runs within the cart's lock, which giving the money back holds too: one of the two comes first.
completeCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  if (await isGivenBack(container, input.id)) throw refuse("cart_refunded");
  if (!(await hasStalePrice(container, input.id))) return;
  // Money that the payment house has taken is honoured, also when a crash has kept our books from saying so.
  if (!(await isTakenAtHouse(container, input.id))) throw refuse("price_changed");
});

async function isTakenAtHouse(container: MedusaContainer, cart_id: string): Promise<boolean> {
  const money = await findOrderMoney(container, { cart_id });
  if (!money?.provider_id || !money.session_id) return false;
  const { provider_id, session_id } = money;
  return isPaidAtProvider(container, { provider_id, session_id });
}

/** How long to wait for another completion of the same cart, in seconds. */
const WAIT_S = 30;

/**
 * Completes a cart, or finds the order that it became before.
 *
 * @param container the application's container
 * @param cart_id the cart
 * @returns the money of the one order of this cart; its `order_id` is never null
 * @throws refusal `sold_out`, `payment_declined`, `payment_action_needed`, `goods_unavailable`, `in_progress` …
 */
export async function completeCart(
  container: MedusaContainer,
  cart_id: string,
): Promise<OrderMoney & { order_id: string }> {
  const before = await findOrderMoney(container, { cart_id });
  if (before && isPlaced(before) && !isStranded(before)) return before;
  if (before && isStranded(before)) await takeBackIfStranded(container, cart_id, WAIT_S);

  await keepGuestApart(container, cart_id);
  const { placed, error } = await tryToComplete(container, cart_id);
  if (placed) return placed;
  // A failure or a crash may have left links to an order that was never kept; without them it goes on.
  const isFree = (await dropDeadLinks(container, cart_id)) > 0 || isStumble(error);
  if (!isFree) throw knownBuyingFailure(error);
  const again = await tryToComplete(container, cart_id);
  if (again.placed) return again.placed;
  throw knownBuyingFailure(again.error);
}

/** Why a cart became no order: the first failure that means something, or that the buyer is asked elsewhere. */
function reasonOf(errors: readonly unknown[], money: OrderMoney | null): unknown {
  const known = errors.find((error) => replyOfRefusal(knownBuyingFailure(error)) !== null);
  const said = known === undefined ? undefined : replyOfRefusal(knownBuyingFailure(known))?.body;
  // Medusa calls a payment that its buyer has yet to confirm "not authorized", as it calls a declined one.
  const isPlainNo = said?.code === "payment_declined" && said.facts === undefined;
  const client_secret = money?.session_data?.client_secret;
  if (isPlainNo && money?.session_status === "requires_more" && typeof client_secret === "string") {
    return refuse("payment_action_needed", { client_secret });
  }
  return known ?? errors[0];
}

/** NOTE: where two steps fail side by side the engine may lose the reason and tell of its own states instead. */
function isStumble(error: unknown): boolean {
  return error instanceof Error
    ? /^Updating (Status|State) from/.test(error.message)
    : typeof error === "object" && error !== null && isStumble(Object.assign(new Error(), error));
}

type Tried =
  | { placed: OrderMoney & { order_id: string }; error?: undefined }
  | { placed: null; error: unknown };

async function tryToComplete(container: MedusaContainer, cart_id: string): Promise<Tried> {
  const errors = await completeCartWorkflow(container)
    .run({ input: { id: cart_id }, throwOnError: false })
    .then(
      (done) => done.errors.map(({ error }): unknown => error),
      (thrown: unknown) => [thrown],
    );
  const after = await findOrderMoney(container, { cart_id });
  if (!after || !isPlaced(after) || isStranded(after)) {
    return { placed: null, error: reasonOf(errors, after) };
  }
  await announceCapture(container, after);
  return { placed: after };
}

/**
 * Takes back the order of a cart if its completion has died. Waits for a completion that is still alive.
 *
 * @returns whether an order was taken back
 */
export async function takeBackIfStranded(
  container: MedusaContainer,
  cart_id: string,
  wait_s: number,
): Promise<boolean> {
  const locking = container.resolve(Modules.LOCKING);
  return locking.execute(
    [cart_id],
    async () => {
      const money = await findOrderMoney(container, { cart_id });
      if (!money || !isPlaced(money) || !isStranded(money)) return false;
      const { order_id, collection_id } = money;
      await dropDeadLinks(container, cart_id);
      await undoStrandedOrderWorkflow(container).run({
        input: { order_id, cart_id, collection_id },
      });
      return true;
    },
    { timeout: wait_s },
  );
}

function isPlaced(money: OrderMoney): money is OrderMoney & { order_id: string } {
  return money.order_id !== null;
}

/** Tells the ledger at once; the sweep over captures would find it later anyway. */
async function announceCapture(container: MedusaContainer, money: OrderMoney): Promise<void> {
  if (!money.captured || !money.payment_id) return;
  const bus = container.resolve(Modules.EVENT_BUS);
  await bus.emit({ name: PaymentEvents.CAPTURED, data: { id: money.payment_id } });
}

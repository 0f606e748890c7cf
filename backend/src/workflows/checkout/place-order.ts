/**
 * Buys in one call. The same idempotency key gives the same order; two calls at once give one order; a
 * call after a crash goes on where the first one stopped.
 */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { CheckoutBody } from "../../contract/checkout";
import { failpoint } from "../../failpoints";
import { CHECKOUT_MODULE, GUEST, type CheckoutService, type Claim } from "../../modules/checkout";
import { refuse } from "../../refuse";
import { takeBackIfStranded } from "../order/complete-cart";
import { knownBuyingFailure } from "../order/known-failure";
import { findOrderMoney } from "../order/order-money";
import { holderFor } from "../saved-card/holder-for";
import { createCart, type Buyer } from "./build-cart";
import { placeDirect } from "./direct-order";
import { inputHash } from "./input-hash";
import { preparePayment } from "./prepare-payment";
import { answerOf, isPerhapsBound, placeCart, type PlacedOrder } from "./purchase";

/** A purchase. */
export interface PlaceOrderInput {
  /** Idempotency-Key of the caller. */
  key: string;
  body: CheckoutBody;
  buyer: Buyer;
  /** In whose name at the payment house it is paid; null where no saved card plays a part. */
  card_holder: string | null;
}

const WAIT_S = 45;

interface Claimed {
  input: PlaceOrderInput;
  claim: Claim;
}

// No undo: completing a cart undoes itself; an unfinished cart is no order and takes no stock.
const placeOrderStep = createStep(
  "place-order",
  async ({ input, claim }: Claimed, { container }) =>
    new StepResponse(await placeTheLongWay(container, input, claim)),
);

const placeOrderWorkflow = createWorkflow("place-order", (claimed: Claimed) => {
  return new WorkflowResponse(placeOrderStep(claimed));
});

/** Places an order in one call, once per key: the short way where the purchase is plain. */
export async function placeOrder(
  container: MedusaContainer,
  asked: Omit<PlaceOrderInput, "card_holder">,
): Promise<PlacedOrder> {
  const { body, buyer, key } = asked;
  const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
  const input_hash = inputHash({ ...body, sales_channel_id: buyer.sales_channel_id });
  const claim = await checkouts.claim({
    actor: buyer.customer_id ?? GUEST,
    key,
    input_hash,
    work_unit_id: body.work_unit_id ?? null,
  });
  failpoint("place-order:claimed");
  if (claim.input_hash !== input_hash) throw refuse("idempotency_key_reused");
  if (claim.order_id) return answerOf(claim, claim.order_id);
  const card_holder = await holderFor(container, body, buyer.customer_id);
  const input = { ...asked, card_holder };
  try {
    const placed = await placeDirect(container, input, claim);
    if (placed) return placed;
  } catch (error) {
    throw knownBuyingFailure(error);
  }
  const { result } = await placeOrderWorkflow(container).run({ input: { input, claim } });
  return result;
}

async function placeTheLongWay(
  container: MedusaContainer,
  input: PlaceOrderInput,
  claim: Claim,
): Promise<PlacedOrder> {
  const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
  const locking = container.resolve(Modules.LOCKING);
  try {
    return await locking.execute(
      [claim.id],
      async () => {
        const now = await checkouts.reread(claim);
        if (now.order_id) return answerOf(now, now.order_id);
        return placeUnderLock(container, input, now);
      },
      { timeout: WAIT_S },
    );
  } catch (error) {
    throw knownBuyingFailure(error);
  }
}

async function placeUnderLock(
  container: MedusaContainer,
  input: PlaceOrderInput,
  claim: Claim,
): Promise<PlacedOrder> {
  const left = await resumableCart(container, claim);
  if (left === null) {
    // A crash may have left an order on a cart whose payment was never opened: its stock is free for this try.
    if (claim.cart_id) await takeBackIfStranded(container, claim.cart_id, WAIT_S);
    return placeCart(container, claim, await newCart(container, input, claim));
  }
  // A buyer who was sent elsewhere to confirm comes back to the very same payment.
  if (left.isAwaited) return placeCart(container, claim, left.cart_id);
  try {
    return await placeCart(container, claim, left.cart_id);
  } catch (error) {
    // A crash may have left a cart whose payment session is canceled by now: nothing was taken, so begin anew.
    const now = await container.resolve<CheckoutService>(CHECKOUT_MODULE).reread(claim);
    if (now.cart_id !== null || (await isPerhapsBound(container, left.cart_id))) throw error;
    return placeCart(container, claim, await newCart(container, input, claim));
  }
}

async function newCart(
  container: MedusaContainer,
  { body, buyer, card_holder }: PlaceOrderInput,
  claim: Claim,
): Promise<string> {
  const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
  const cart_id = await createCart(container, body, { ...buyer, checkout_id: claim.id });
  await checkouts.advance(claim.id, { cart_id, order_id: null });
  failpoint("place-order:cart-made");
  await preparePayment(container, cart_id, body, card_holder);
  failpoint("place-order:session-opened");
  return cart_id;
}

/** The cart of an earlier call that died, or sent its buyer elsewhere, after its payment session was opened. */
async function resumableCart(
  container: MedusaContainer,
  { cart_id }: Claim,
): Promise<{ cart_id: string; isAwaited: boolean } | null> {
  if (!cart_id) return null;
  const money = await findOrderMoney(container, { cart_id });
  if (!money?.session_id) return null;
  return { cart_id, isAwaited: money.session_status === "requires_more" };
}

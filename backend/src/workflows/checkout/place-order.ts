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
import { env } from "../../env";
import { failpoint } from "../../failpoints";
import {
  CHECKOUT_MODULE,
  tokenHash,
  tokenOf,
  type CheckoutService,
  type Claim,
} from "../../modules/checkout";
import { refuse } from "../../refuse";
import { completeCart } from "../order/complete-cart";
import { knownBuyingFailure } from "../order/known-failure";
import { findOrderMoney } from "../order/order-money";
import { isPaidAtProvider } from "../payment/ask-provider";
import { createCart, type Buyer } from "./build-cart";
import { inputHash } from "./input-hash";
import { preparePayment } from "./prepare-payment";

/** A purchase. */
export interface PlaceOrderInput {
  /** Idempotency-Key of the caller. */
  key: string;
  body: CheckoutBody;
  buyer: Buyer;
}

/** The order, and for guests the token that opens it. */
export interface PlacedOrder {
  order_id: string;
  access_token: string | null;
}

const WAIT_S = 45;

// No undo: completing a cart undoes itself; an unfinished cart is no order and takes no stock.
const placeOrderStep = createStep("place-order", async (input: PlaceOrderInput, { container }) => {
  const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
  const input_hash = inputHash({ ...input.body, sales_channel_id: input.buyer.sales_channel_id });
  const actor = input.buyer.customer_id ?? "guest";
  const claim = await checkouts.claim({ actor, key: input.key, input_hash });
  failpoint("place-order:claimed");
  if (claim.input_hash !== input_hash) throw refuse("idempotency_key_reused");
  return new StepResponse(await placeOnce(container, input, claim));
});

/** Places an order in one call, once per key. */
export const placeOrderWorkflow = createWorkflow("place-order", (input: PlaceOrderInput) => {
  return new WorkflowResponse(placeOrderStep(input));
});

async function placeOnce(
  container: MedusaContainer,
  input: PlaceOrderInput,
  claim: Claim,
): Promise<PlacedOrder> {
  if (claim.order_id) return answerOf(input, claim, claim.order_id);
  const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
  const locking = container.resolve(Modules.LOCKING);
  try {
    return await locking.execute(
      [claim.id],
      async () => {
        const now = await checkouts.reread(claim);
        if (now.order_id) return answerOf(input, now, now.order_id);
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
  if (left === null)
    return placeCart(container, input, claim, await newCart(container, input, claim));
  try {
    return await placeCart(container, input, claim, left);
  } catch (error) {
    // A crash may have left a cart whose payment session is canceled by now: nothing was taken, so begin anew.
    if (await isPerhapsBound(container, left)) throw error;
    return placeCart(container, input, claim, await newCart(container, input, claim));
  }
}

async function placeCart(
  container: MedusaContainer,
  input: PlaceOrderInput,
  claim: Claim,
  cart_id: string,
): Promise<PlacedOrder> {
  const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
  try {
    const money = await completeCart(container, cart_id);
    failpoint("place-order:completed");
    const token = input.buyer.customer_id ? null : tokenOf(env.COOKIE_SECRET, claim);
    const reference = money.session_data?.reference;
    await checkouts.noteBuyer({
      order_id: money.order_id,
      access_token_hash: token ? tokenHash(token) : null,
      work_unit_id: input.body.work_unit_id ?? null,
      transfer_reference: typeof reference === "string" ? reference : null,
    });
    failpoint("place-order:buyer-noted");
    await checkouts.advance(claim.id, { cart_id, order_id: money.order_id });
    failpoint("place-order:done");
    return { order_id: money.order_id, access_token: token };
  } catch (error) {
    if (!(await isPerhapsBound(container, cart_id))) {
      // The buyer may try again with the same key; a declined session would stay declined, so begin anew.
      await checkouts.advance(claim.id, { cart_id: null, order_id: null });
    }
    throw error;
  }
}

/**
 * Whether an order or money stands on a cart, or nobody can tell: then trying again completes that cart, so
 * that nothing is ordered or taken twice.
 */
async function isPerhapsBound(container: MedusaContainer, cart_id: string): Promise<boolean> {
  try {
    const money = await findOrderMoney(container, { cart_id });
    if (money === null) return false;
    const { order_id, payment_id, provider_id, session_id } = money;
    if (order_id !== null || payment_id !== null || money.session_status === "authorized") {
      return true;
    }
    // The house may have taken the money while its answer was lost: our books alone do not know.
    if (provider_id === null || session_id === null) return false;
    return await isPaidAtProvider(container, { provider_id, session_id });
  } catch {
    return true;
  }
}

async function newCart(
  container: MedusaContainer,
  { body, buyer }: PlaceOrderInput,
  claim: Claim,
): Promise<string> {
  const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
  const cart_id = await createCart(container, body, buyer);
  await checkouts.advance(claim.id, { cart_id, order_id: null });
  failpoint("place-order:cart-made");
  await preparePayment(container, cart_id, body);
  failpoint("place-order:session-opened");
  return cart_id;
}

/** The cart of an earlier call that died after its payment session was opened. */
async function resumableCart(
  container: MedusaContainer,
  { cart_id }: Claim,
): Promise<string | null> {
  if (!cart_id) return null;
  const money = await findOrderMoney(container, { cart_id });
  return money?.session_id ? cart_id : null;
}

function answerOf({ buyer }: PlaceOrderInput, claim: Claim, order_id: string): PlacedOrder {
  return { order_id, access_token: buyer.customer_id ? null : tokenOf(env.COOKIE_SECRET, claim) };
}

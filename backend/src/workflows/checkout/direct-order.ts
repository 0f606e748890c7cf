/**
 * The short way of a plain purchase: cart, order and stock in one transaction, then the payment house, then its word in
 * all books in one more. What is not plain (a gift, a pick-up point, a clearance, a promotion, taxes, prices with
 * conditions) is left to Medusa's own workflows; the functions in `migration-scripts/order-functions` tell.
 */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

import { failpoint } from "../../failpoints";
import type { Claim } from "../../modules/checkout";
import { refuse, RefusalError } from "../../refuse";
import { guestCustomer } from "../cart/guest-customer";
import { announceOrder } from "./announce-order";
import { newIds, type DirectIds } from "./direct-ids";
import { payDirect } from "./direct-payment";
import { placeRows, unplaceRows, type Placing } from "./direct-rows";
import type { PlaceOrderInput } from "./place-order";
import { answerOf, freeClaim, isPerhapsPaid, type PlacedOrder } from "./purchase";

const WAIT_S = 45;

/**
 * Places a plain purchase.
 *
 * @returns the order; null when the purchase has to go the long way, or somebody else holds its key
 * @throws refusal `sold_out`, `price_changed`, `payment_declined`, `payment_action_needed` …
 */
export async function placeDirect(
  container: MedusaContainer,
  input: PlaceOrderInput,
  claim: Claim,
): Promise<PlacedOrder | null> {
  const { gift, pickup_point_id } = input.body;
  if (gift !== undefined || pickup_point_id !== undefined || claim.cart_id !== null) return null;
  const ids = newIds();
  // The cart's lock keeps sweeps and notifications away, the key's lock a second press of the button.
  return container
    .resolve(Modules.LOCKING)
    .execute([claim.id, ids.cart], () => purchase(container, input, claim, ids), {
      timeout: WAIT_S,
    });
}

async function purchase(
  container: MedusaContainer,
  input: PlaceOrderInput,
  claim: Claim,
  ids: DirectIds,
): Promise<PlacedOrder | null> {
  let placing: Placing | null;
  try {
    placing = await place(container, input, claim, ids);
    if (!placing) return null;
    failpoint("direct-order:placed");
    await payDirect(container, { input, claim, ids, placing });
  } catch (error) {
    // What the house has taken stays with its order: the same key, or the sweep, books it.
    if (!(error instanceof RefusalError) && (await isPerhapsPaid(container, ids.cart))) throw error;
    // An answer that was lost on its way may hide an order that stands: whoever is paid stays.
    if (await unplaceRows(container, ids)) {
      await freeClaim(container, claim, ids.cart);
      throw error;
    }
    placing = null;
  }
  failpoint("direct-order:settled");
  await announceOrder(container, ids.order, placing?.level_ids ?? []);
  failpoint("place-order:done");
  return answerOf(claim, ids.order);
}

async function place(
  container: MedusaContainer,
  input: PlaceOrderInput,
  claim: Claim,
  ids: DirectIds,
): Promise<Placing | null> {
  const first = await placeRows(container, input, claim, ids);
  const isNew = first.outcome === "new_guest";
  if (isNew) await guestCustomer(container, input.body.email);
  const end = isNew ? await placeRows(container, input, claim, ids) : first;
  switch (end.outcome) {
    case "placed":
      return end;
    case "sold_out":
      throw refuse("sold_out");
    case "price_changed": {
      const { expected_total_fen = 0 } = input.body;
      throw refuse("price_changed", { total_fen: end.total_fen, expected_total_fen });
    }
    case "taken":
    case "other":
    case "new_guest":
      return null;
  }
}

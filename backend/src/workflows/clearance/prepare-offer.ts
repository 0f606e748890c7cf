/** Checks a clearance offer before anything is written. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { ClearanceBody } from "../../contract/clearance";
import { endOfDay, floorOf, isClearanceDay, type NewOffer } from "../../modules/clearance";
import { SUPPLY_MODULE, type SupplyService } from "../../modules/supply";
import { floorPpm } from "../../queries/clearance/floor-ppm";
import { isBehind } from "../../queries/clearance/household-clearances";
import { offeredVariant } from "../../queries/clearance/offered-variant";
import { refuse } from "../../refuse";
import { requireSplit } from "../supply/prepare-listings";

/** Who proposes what: a member for the own cooperative, or an official for a household. */
export interface OpenInput extends ClearanceBody {
  proposed_by: string;
  by: { cooperative_id: string } | { household_id: string };
}

/**
 * The offer to keep: open at once, or proposed where a second person decides.
 *
 * @throws refusal `not_found`, `clearance_day`, `clearance_not_lower`, `clearance_too_many`, `split_exceeds_price`
 */
export async function prepareOffer(
  container: MedusaContainer,
  { by, proposed_by, ...body }: OpenInput,
  now: Date,
): Promise<NewOffer> {
  const variant = await offeredVariant(container, body.variant_id);
  const mine =
    variant !== null &&
    ("cooperative_id" in by
      ? variant.cooperative_id === by.cooperative_id
      : await isBehind(container, by.household_id, body.variant_id));
  if (!variant || !mine) throw refuse("not_found", { field: "variant_id" });
  if (!isClearanceDay(body.last_on, now)) throw refuse("clearance_day", { field: "last_on" });
  if (body.price_fen >= variant.price_fen) {
    const facts = { field: "price_fen", present_fen: variant.price_fen };
    throw refuse("clearance_not_lower", facts);
  }
  if (body.quantity > (variant.units ?? 0))
    throw refuse("clearance_too_many", { field: "quantity", stock: variant.units ?? 0 });
  const supply: SupplyService = container.resolve(SUPPLY_MODULE);
  const [terms] = await supply.termsAt([variant.product_id], now);
  if (!terms) throw refuse("not_found", { field: "variant_id" });
  requireSplit(body.price_fen, terms);
  const ppm = await floorPpm(container, variant.division_code, now);
  const { floor_fen } = floorOf(variant.price_fen, ppm);
  const alone = "cooperative_id" in by && body.price_fen >= floor_fen;
  return {
    product_id: variant.product_id,
    variant_id: variant.variant_id,
    cooperative_id: variant.cooperative_id,
    household_id: "household_id" in by ? by.household_id : null,
    price_fen: body.price_fen,
    usual_fen: variant.price_fen,
    floor_fen,
    quantity: body.quantity,
    reason: body.reason,
    last_on: body.last_on,
    ends_at: endOfDay(body.last_on),
    state: alone ? "open" : "proposed",
    proposed_by,
  };
}

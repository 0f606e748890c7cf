/** The certificate of thanks for an order: what the buyer wants to show, and no private fact. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Query } from "../../contract/routes";
import { dayInShanghai } from "../../modules/rules";
import { findPersonalData } from "../../modules/story";
import { thanksPng } from "../../papers/thanks";
import { refuse } from "../../refuse";
import { orderCredits } from "../income/order-credits";

/** More places than these make a list, not a sentence. */
const MOST_PLACES = 3;

/**
 * Draws the certificate; the caller has checked that the order may be read.
 *
 * @throws refusal `nothing_credited` while no household has earned from the order, or all went back;
 * `personal_data` for a name that is none
 */
export async function orderThanks(
  scope: MedusaContainer,
  order_id: string,
  { lang, name, amount }: Query<"GET /store/orders/:id/thanks">,
): Promise<Buffer> {
  if (name !== undefined && findPersonalData(name).length > 0) {
    throw refuse("personal_data", { field: "name" });
  }
  const { credits, total_net_fen } = await orderCredits(scope, order_id);
  if (total_net_fen <= 0) throw refuse("nothing_credited");
  const places = [...new Set(credits.map((credit) => credit.division_name))].filter(Boolean);
  return thanksPng({
    lang,
    name: name ?? null,
    places: places.slice(0, MOST_PLACES),
    amount_fen: amount === "1" ? total_net_fen : null,
    on: dayInShanghai(new Date()),
  });
}

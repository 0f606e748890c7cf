/** Requests for the routes of carts, gifts, clearances, adoptions, pick-up points, reviews and complaints. */
import { randomUUID } from "node:crypto";

import type { mayBuy } from "../../lists/who-may-buy";
import { adoptionVisits } from "./adoption-visits";
import { complaintVisits, reviewVisits } from "./after-sale-visits";
import { clearanceVisits } from "./clearance-visits";
import { giftVisits } from "./gift-visits";
import { pickupVisits } from "./pickup-visits";
import type { VisitOf } from "./visits";

/** For every one of these routes one request. */
export const buyingVisits: Record<keyof typeof mayBuy, VisitOf> = {
  "GET /store/my/cart": () => ({ path: "/store/my/cart" }),
  "POST /store/my/cart": ({ goods }) => ({
    path: "/store/my/cart",
    sent: { body: { items: [{ variant_id: goods.variant_id, quantity: 1 }], mode: "merge" } },
  }),
  // Nobody in the table knows the key of another's purchase.
  "GET /store/checkout/tried": () => ({
    path: "/store/checkout/tried",
    sent: { headers: { "idempotency-key": randomUUID() } },
    answers: [404],
  }),
  "GET /store/my/cards": () => ({ path: "/store/my/cards" }),
  "POST /store/my/cards/:id/removal": () => ({
    path: "/store/my/cards/pm_0123456789abcdef/removal",
    answers: [404],
  }),
  ...adoptionVisits,
  ...clearanceVisits,
  ...giftVisits,
  ...pickupVisits,
  ...reviewVisits,
  ...complaintVisits,
};

/** Who may call the routes of carts, gifts, clearances, adoptions and pick-up points. */
import type { RouteKey } from "@yigou/backend/contract";

import {
  everybody,
  buyers,
  orderOwner,
  sellers,
  ownSeller,
  ownOfficials,
  operator,
  type VisitorName,
} from "./visitors";

/** A part of `whoMay`. */
export const mayBuy = {
  "GET /store/my/cart": buyers,
  "POST /store/my/cart": buyers,
  "GET /store/clearances": everybody,
  "POST /store/gift-lists": everybody,
  "GET /store/orders/:id/gift": orderOwner,
  "GET /cooperative/orders/:id/gift": ownSeller,
  "GET /admin/gifts/:id": operator,
  "GET /store/adoptions": everybody,
  "GET /store/orders/:id/adoptions": orderOwner,
  "POST /store/orders/:id/adoptions/cancel": orderOwner,
  "GET /cooperative/adoptions": sellers,
  "POST /cooperative/adoptions": sellers,
  "POST /cooperative/adoptions/:id/updates": ownSeller,
  "POST /cooperative/adoptions/:id/harvest": ownSeller,
  "GET /store/pickup-points": everybody,
  // Nobody has the key of a point that is not there.
  "POST /store/pickup-points/:id/hand-over": everybody,
  "GET /store/orders/:id/pickup": orderOwner,
  "GET /admin/pickup-points": operator,
  "POST /admin/pickup-points": operator,
  "POST /admin/pickup-points/:id": operator,
  "GET /cooperative/clearances": sellers,
  "POST /cooperative/clearances": ownSeller,
  "POST /cooperative/clearances/:id/steps": ownSeller,
  "GET /official/households/:id/clearances": ownOfficials,
  "POST /official/households/:id/clearances": ownOfficials,
} as const satisfies Partial<Record<RouteKey, readonly VisitorName[]>>;

/** Routes of pick-up points. */
import * as pickup from "./pickup";
import { anyone, idParams, operator, type Route } from "./route";

/** Routes of pick-up points. */
export const pickupRoutes = {
  "GET /store/pickup-points": { ...anyone, reply: pickup.pickupPointsReplySchema },
  /** By the keeper's key; once for each code. */
  "POST /store/pickup-points/:id/hand-over": {
    ...anyone,
    params: idParams,
    body: pickup.handOverBodySchema,
    reply: pickup.handOverReplySchema,
  },
  "GET /store/orders/:id/pickup": {
    ...anyone,
    params: idParams,
    reply: pickup.orderPickupReplySchema,
  },
  "GET /admin/pickup-points": { ...operator, reply: pickup.operatorPointsReplySchema },
  "POST /admin/pickup-points": {
    ...operator,
    body: pickup.pickupPointBodySchema,
    reply: pickup.operatorPointReplySchema,
  },
  "POST /admin/pickup-points/:id": {
    ...operator,
    params: idParams,
    body: pickup.pickupPointChangeSchema,
    reply: pickup.operatorPointReplySchema,
  },
} as const satisfies Record<string, Route>;

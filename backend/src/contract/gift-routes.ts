/** Routes of gifts. Recipients are shown to the buyer, the cooperative that ships, and the operator. */
import { z } from "zod";

import * as gift from "./gift";
import { anyone, idParams, operator, seller, type Route } from "./route";

/** Routes of gifts. */
export const giftRoutes = {
  /** JSON `{text}`, or multipart with the field `file`: CSV or Excel. Nothing is kept. */
  "POST /store/gift-lists": { ...anyone, body: z.unknown(), reply: gift.giftListReplySchema },
  // By the Idempotency-Key of the purchase, which nobody else knows; `not_found` once it is an order.
  "GET /store/checkout/gift": { ...anyone, reply: gift.triedGiftReplySchema },
  "GET /store/orders/:id/gift": { ...anyone, params: idParams, reply: gift.giftReplySchema },
  "GET /cooperative/orders/:id/gift": { ...seller, params: idParams, reply: gift.giftReplySchema },
  "GET /admin/gifts/:id": { ...operator, params: idParams, reply: gift.giftReplySchema },
} as const satisfies Record<string, Route>;

/** Routes of the cart that follows a buyer. */
import * as basket from "./basket";
import { buyer, type Route } from "./route";

/** Routes of the cart that follows a buyer. */
export const basketRoutes = {
  "GET /store/my/cart": { ...buyer, reply: basket.basketReplySchema },
  "POST /store/my/cart": {
    ...buyer,
    body: basket.basketBodySchema,
    reply: basket.basketReplySchema,
  },
} as const satisfies Record<string, Route>;

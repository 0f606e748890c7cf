/** Routes of saved cards. */
import { buyer, done, type Route } from "./route";
import * as card from "./saved-card";

/** Routes of saved cards. */
export const savedCardRoutes = {
  "GET /store/my/cards": { ...buyer, reply: card.savedCardsReplySchema },
  /** Removed at the payment house, too; another's is `not_found`. */
  "POST /store/my/cards/:id/removal": {
    ...buyer,
    params: card.savedCardParamsSchema,
    reply: done,
  },
} as const satisfies Record<string, Route>;

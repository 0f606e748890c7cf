/** Routes of a household's own card: read by every official of the area, recorded above the village. */
import * as card from "./household-card";
import { cadre, idParams, type Route } from "./route";

/** Routes of a household's own card. */
export const householdCardRoutes = {
  "GET /official/households/:id/cards": {
    ...cadre,
    params: idParams,
    reply: card.householdCardsReplySchema,
  },
  "POST /official/households/:id/cards": {
    ...cadre,
    params: idParams,
    body: card.householdCardBodySchema,
    reply: card.householdCardsReplySchema,
  },
} as const satisfies Record<string, Route>;

/** Routes of clearance offers. */
import * as clearance from "./clearance";
import { anyone, cadre, idParams, page, seller, type Route } from "./route";

/** Routes of clearance offers. */
export const clearanceRoutes = {
  "GET /store/clearances": { ...anyone, reply: clearance.clearancesReplySchema },
  "GET /cooperative/clearances": {
    ...seller,
    query: page,
    reply: clearance.ownClearancesReplySchema,
  },
  "POST /cooperative/clearances": {
    ...seller,
    body: clearance.clearanceBodySchema,
    reply: clearance.ownClearanceReplySchema,
  },
  /** By somebody else than who proposed it; `end` by anyone who keeps the books. */
  "POST /cooperative/clearances/:id/steps": {
    ...seller,
    params: idParams,
    body: clearance.clearanceStepBodySchema,
    reply: clearance.ownClearanceReplySchema,
  },
  /** A cadre reports a household's unsold goods: its cooperative decides. */
  "GET /official/households/:id/clearances": {
    ...cadre,
    params: idParams,
    reply: clearance.householdClearancesReplySchema,
  },
  "POST /official/households/:id/clearances": {
    ...cadre,
    params: idParams,
    body: clearance.clearanceBodySchema,
    reply: clearance.ownClearanceReplySchema,
  },
} as const satisfies Record<string, Route>;

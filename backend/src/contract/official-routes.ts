/** Routes of officials. */
import * as income from "./income";
import * as official from "./official";
import { cadre, done, idParams, type Route } from "./route";

/** Routes of officials. */
export const officialRoutes = {
  "GET /official/me": { ...cadre, reply: official.officialMeReplySchema },
  "GET /official/divisions": { ...cadre, reply: official.divisionsReplySchema },
  "GET /official/households": {
    ...cadre,
    query: official.householdsQuerySchema,
    reply: official.householdsReplySchema,
  },
  "GET /official/households/:id": {
    ...cadre,
    params: idParams,
    reply: official.householdReplySchema,
  },
  "GET /official/households/:id/income": {
    ...cadre,
    params: idParams,
    query: income.accountQuerySchema,
    reply: income.householdIncomeReplySchema,
  },
  "GET /official/income/summary": {
    ...cadre,
    query: income.summaryQuerySchema,
    reply: income.summaryReplySchema,
  },
  "GET /official/cooperatives": {
    ...cadre,
    query: official.cooperativesQuerySchema,
    reply: official.cooperativesReplySchema,
  },
  "POST /official/cooperatives/:id/decision": {
    ...cadre,
    params: idParams,
    body: official.decisionBodySchema,
    reply: done,
  },
} as const satisfies Record<string, Route>;

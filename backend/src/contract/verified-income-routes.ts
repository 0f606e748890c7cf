/** Routes of a household's income by year, credited and verified. */
import { cadre, type Route } from "./route";
import * as verified from "./verified-income";

/** Routes of income by year. */
export const verifiedIncomeRoutes = {
  "GET /official/households/:id/years/:year": {
    ...cadre,
    params: verified.yearParams,
    reply: verified.yearReplySchema,
  },
  /** Adds a version; earlier ones stay. */
  "POST /official/households/:id/years/:year": {
    ...cadre,
    params: verified.yearParams,
    body: verified.verifiedIncomeBodySchema,
    reply: verified.yearReplySchema,
  },
} as const satisfies Record<string, Route>;

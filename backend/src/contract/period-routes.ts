/** Routes of accounting months, and of what an area's desk needs to know at a glance. */
import { areaQuerySchema, areaReplySchema } from "./area";
import * as period from "./period";
import { cadre, type Route } from "./route";

/** Routes of accounting months and areas. */
export const periodRoutes = {
  "GET /official/area": { ...cadre, query: areaQuerySchema, reply: areaReplySchema },
  "GET /official/periods": {
    ...cadre,
    query: period.periodsQuerySchema,
    reply: period.periodsReplySchema,
  },
  "GET /official/periods/:month": {
    ...cadre,
    params: period.monthParams,
    query: period.periodsQuerySchema,
    reply: period.periodReplySchema,
  },
  "POST /official/periods/:month/close": {
    ...cadre,
    params: period.monthParams,
    body: period.closePeriodBodySchema,
    reply: period.closePeriodReplySchema,
  },
} as const satisfies Record<string, Route>;

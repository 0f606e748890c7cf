/** Routes of the money flow: officials for their own area, the operator for all of it. */
import { z } from "zod";

import * as flow from "./money-flow";
import { cadre, operator, type Route } from "./route";

const seqParams = z.strictObject({ seq: z.coerce.number().int().min(1) });
const picture = { query: flow.flowQuerySchema, reply: flow.flowReplySchema } as const;
const postings = { query: flow.postingsQuerySchema, reply: flow.postingsReplySchema } as const;
const evidence = { params: seqParams, reply: flow.evidenceReplySchema } as const;

/** Routes of the money flow: officials for their own area, the operator for all of it. */
export const moneyFlowRoutes = {
  "GET /official/money-flow": { ...cadre, ...picture },
  "GET /official/postings": { ...cadre, ...postings },
  "GET /official/transactions/:seq": { ...cadre, ...evidence },
  "GET /admin/money-flow": { ...operator, ...picture },
  "GET /admin/postings": { ...operator, ...postings },
  "GET /admin/transactions/:seq": { ...operator, ...evidence },
} as const satisfies Record<string, Route>;

/** Routes of the operator, beside those of Medusa. */
import { z } from "zod";

import { daySchema } from "./common";
import * as official from "./official";
import { done, idParams, operator, page, type Route } from "./route";
import * as selling from "./selling";

/** Routes of the operator, beside those of Medusa. */
export const operatorRoutes = {
  /** The operator confirms a bank transfer. */
  "POST /admin/transfers/:id/confirm": {
    ...operator,
    params: idParams,
    body: selling.confirmTransferBodySchema,
    reply: done,
  },
  /** All cooperatives, open applications first. */
  "GET /admin/cooperatives": {
    ...operator,
    query: official.cooperativesQuerySchema,
    reply: official.cooperativesReplySchema,
  },
  /** Orders whose transfer has not arrived yet. */
  "GET /admin/transfers": {
    ...operator,
    query: page,
    reply: z.object({
      transfers: z.array(
        z.object({
          order_id: z.string(),
          display_id: z.int(),
          reference: z.string(),
          amount_fen: z.int(),
          created_at: z.string(),
          payer: z.string(),
        }),
      ),
      count: z.int(),
    }),
  },
  "GET /admin/ledger/summary": {
    ...operator,
    query: z.strictObject({ day: daySchema.optional() }),
    reply: z.object({
      transactions: z.int(),
      postings: z.int(),
      sum_fen: z.int(),
      credited_fen: z.int(),
      reversed_fen: z.int(),
    }),
  },
} as const satisfies Record<string, Route>;

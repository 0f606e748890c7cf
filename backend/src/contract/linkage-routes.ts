/** Routes of a cooperative's contracts with households and of the income entered under them. */
import { z } from "zod";

import * as linkage from "./linkage";
import { idParams, page, seller, type Route } from "./route";

/** Routes of contracts and entries. */
export const linkageRoutes = {
  "GET /cooperative/contracts": { ...seller, query: page, reply: linkage.contractsReplySchema },
  "POST /cooperative/contracts": {
    ...seller,
    body: linkage.contractBodySchema,
    reply: linkage.contractReplySchema,
  },
  "GET /cooperative/entries": {
    ...seller,
    query: linkage.entriesQuerySchema,
    reply: linkage.entriesReplySchema,
  },
  "POST /cooperative/entries": {
    ...seller,
    body: linkage.entryBodySchema,
    reply: linkage.entryReplySchema,
  },
  /** Multipart, field `file`: CSV or Excel. */
  "POST /cooperative/entries/import": {
    ...seller,
    body: z.unknown(),
    reply: linkage.importReplySchema,
  },
  "POST /cooperative/entries/decisions": {
    ...seller,
    body: linkage.entryDecisionBodySchema,
    reply: linkage.entryDecisionReplySchema,
  },
  "POST /cooperative/entries/:id/reversal": {
    ...seller,
    params: idParams,
    body: linkage.entryReversalBodySchema,
    reply: linkage.entryReplySchema,
  },
} as const satisfies Record<string, Route>;

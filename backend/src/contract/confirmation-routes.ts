/** Routes by which a household confirms or disputes that its money arrived; an official witnesses it. */
import { z } from "zod";

import * as confirmation from "./confirmation";
import { movedReplySchema } from "./income";
import { cadre, done, idParams, type Route } from "./route";

/** Routes of confirmations and disputes. */
export const confirmationRoutes = {
  "GET /official/households/:id/confirmations": {
    ...cadre,
    params: idParams,
    reply: confirmation.confirmationsReplySchema,
  },
  "POST /official/households/:id/confirmations": {
    ...cadre,
    params: idParams,
    body: confirmation.confirmBodySchema,
    reply: movedReplySchema,
  },
  /** Multipart, field `file`: the photograph of a signed passbook page; private, re-encoded. */
  "POST /official/households/:id/pages": {
    ...cadre,
    params: idParams,
    body: z.unknown(),
    reply: confirmation.pageReplySchema,
  },
  /** Sends a code by SMS to the phone that is kept for the household. */
  "POST /official/households/:id/codes": {
    ...cadre,
    params: idParams,
    body: confirmation.codeBodySchema,
    reply: confirmation.codeReplySchema,
  },
  /** Prints a passbook page; its code is told this once. */
  "POST /official/households/:id/passbook": {
    ...cadre,
    params: idParams,
    reply: confirmation.passbookReplySchema,
  },
  "POST /official/households/:id/disputes": {
    ...cadre,
    params: idParams,
    body: confirmation.disputeBodySchema,
    reply: confirmation.disputeOpenedReplySchema,
  },
  "GET /official/disputes": {
    ...cadre,
    query: confirmation.disputesQuerySchema,
    reply: confirmation.disputesReplySchema,
  },
  "POST /official/disputes/:id/resolution": {
    ...cadre,
    params: idParams,
    body: confirmation.resolutionBodySchema,
    reply: done,
  },
} as const satisfies Record<string, Route>;

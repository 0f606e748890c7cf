/** Routes of quality complaints. */
import { z } from "zod";

import { idSchema } from "./common";
import * as complaint from "./complaint";
import { anyone, done, idParams, operator, seller, type Route } from "./route";

const ofOrder = z.strictObject({ id: idSchema, complaint_id: idSchema });
const photoParams = z.strictObject({ id: idSchema, photo_id: idSchema });
const list = {
  query: complaint.complaintsQuerySchema,
  reply: complaint.complaintsReplySchema,
} as const;

/** Routes of quality complaints. */
export const complaintRoutes = {
  /** Reviews and complaints of an order, and what may still be said. */
  "GET /store/orders/:id/after-sale": {
    ...anyone,
    params: idParams,
    reply: complaint.afterSaleReplySchema,
  },
  "POST /store/orders/:id/complaints": {
    ...anyone,
    params: idParams,
    body: complaint.complaintBodySchema,
    reply: complaint.complaintReplySchema,
  },
  "POST /store/orders/:id/complaints/:complaint_id/steps": {
    ...anyone,
    params: ofOrder,
    body: complaint.complaintStepBodySchema,
    reply: complaint.complaintReplySchema,
  },
  "GET /cooperative/complaints": { ...seller, ...list },
  "POST /cooperative/complaints/:id/answer": {
    ...seller,
    params: idParams,
    body: complaint.complaintAnswerBodySchema,
    reply: complaint.complaintReplySchema,
  },
  /** Answers with the picture itself. */
  "GET /cooperative/complaints/:id/photos/:photo_id": {
    ...seller,
    params: photoParams,
    reply: done,
  },
  "GET /admin/complaints": { ...operator, ...list },
  "POST /admin/complaints/:id/decision": {
    ...operator,
    params: idParams,
    body: complaint.complaintDecisionBodySchema,
    reply: complaint.complaintReplySchema,
  },
  "GET /admin/complaints/:id/photos/:photo_id": {
    ...operator,
    params: photoParams,
    reply: done,
  },
} as const satisfies Record<string, Route>;

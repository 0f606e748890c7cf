/** Routes of household members: read by every official of the area, written by the cadre of the own village. */
import { z } from "zod";

import { idSchema } from "./common";
import * as household from "./household-member";
import { cadre, idParams, type Route } from "./route";

const memberParams = z.strictObject({ id: idSchema, member_id: idSchema });
const reply = household.householdMembersReplySchema;

/** Routes of household members. */
export const householdMemberRoutes = {
  "GET /official/households/:id/members": { ...cadre, params: idParams, reply },
  "POST /official/households/:id/members": {
    ...cadre,
    params: idParams,
    body: household.householdMemberBodySchema,
    reply,
  },
  "POST /official/households/:id/members/:member_id/leaving": {
    ...cadre,
    params: memberParams,
    body: household.memberLeavingBodySchema,
    reply,
  },
  "POST /official/households/:id/members/:member_id/correction": {
    ...cadre,
    params: memberParams,
    body: household.memberCorrectionBodySchema,
    reply,
  },
  "POST /official/households/:id/head": {
    ...cadre,
    params: idParams,
    body: household.householdHeadBodySchema,
    reply,
  },
} as const satisfies Record<string, Route>;

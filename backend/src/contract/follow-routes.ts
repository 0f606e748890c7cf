/** Routes of following and of news. */
import { z } from "zod";

import { divisionCodeSchema } from "./common";
import * as follow from "./follow";
import { anyone, buyer, cadre, done, idParams, type Route } from "./route";

/** Routes of following and of news. */
export const followRoutes = {
  "GET /store/news/:kind/:handle": {
    ...anyone,
    params: follow.newsParamsSchema,
    reply: follow.newsReplySchema,
  },
  "GET /store/my/follows": { ...buyer, reply: follow.followsReplySchema },
  "POST /store/my/follows": { ...buyer, body: follow.followBodySchema, reply: done },
  "POST /store/my/follows/end": { ...buyer, body: follow.followEndSchema, reply: done },
  /** The link of a mail: ends the follow without a login. */
  "POST /store/follows/:token": { ...anyone, params: follow.followTokenSchema, reply: done },
  /** With the household's consent for news. */
  "POST /official/households/:id/news": {
    ...cadre,
    params: idParams,
    body: follow.newsBodySchema,
    reply: done,
  },
  "POST /official/villages/:code/news": {
    ...cadre,
    params: z.strictObject({ code: divisionCodeSchema }),
    body: follow.newsBodySchema,
    reply: done,
  },
  "POST /official/news/:id/removal": { ...cadre, params: idParams, reply: done },
} as const satisfies Record<string, Route>;

/** Routes of the list of honour. */
import * as honour from "./honour";
import { anyone, buyer, done, page, type Route } from "./route";

/** Routes of the list of honour. */
export const honourRoutes = {
  "GET /store/honours": { ...anyone, query: page, reply: honour.honoursReplySchema },
  "GET /store/my/honours": { ...buyer, reply: honour.myHonoursReplySchema },
  "POST /store/my/honours": { ...buyer, body: honour.honourBodySchema, reply: done },
  "POST /store/my/honours/withdrawal": {
    ...buyer,
    body: honour.honourWithdrawalSchema,
    reply: done,
  },
} as const satisfies Record<string, Route>;

/** Routes of adoption and pre-order. */
import * as adoption from "./adoption";
import { anyone, done, idParams, seller, type Route } from "./route";

/** Routes of adoption and pre-order; an offer's id is its product's. */
export const adoptionRoutes = {
  "GET /store/adoptions": { ...anyone, reply: adoption.adoptionsReplySchema },
  "GET /store/orders/:id/adoptions": {
    ...anyone,
    params: idParams,
    reply: adoption.orderAdoptionsReplySchema,
  },
  /** Before the harvest begins: the order is cancelled and all of it is refunded. */
  "POST /store/orders/:id/adoptions/cancel": { ...anyone, params: idParams, reply: done },
  "GET /cooperative/adoptions": { ...seller, reply: adoption.ownAdoptionsReplySchema },
  "POST /cooperative/adoptions": {
    ...seller,
    body: adoption.adoptionBodySchema,
    reply: adoption.ownAdoptionReplySchema,
  },
  "POST /cooperative/adoptions/:id/updates": {
    ...seller,
    params: idParams,
    body: adoption.adoptionUpdateBodySchema,
    reply: adoption.ownAdoptionReplySchema,
  },
  /** Once: what each tree gave; a poor harvest is compensated by the rule of the place. */
  "POST /cooperative/adoptions/:id/harvest": {
    ...seller,
    params: idParams,
    body: adoption.harvestBodySchema,
    reply: adoption.ownAdoptionReplySchema,
  },
} as const satisfies Record<string, Route>;

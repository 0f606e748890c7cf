/** Routes of cooperatives. */
import { z } from "zod";

import { divisionCodeSchema, pageSchema, searchTextSchema } from "./common";
import * as cooperative from "./cooperative";
import * as income from "./income";
import { idParams, seller, type Route } from "./route";
import * as selling from "./selling";

const suppliersQuery = z.strictObject({ q: searchTextSchema.optional(), ...pageSchema });

/** Routes of cooperatives. */
export const cooperativeRoutes = {
  "POST /cooperative/applications": {
    ...seller,
    unregistered: true,
    body: cooperative.applicationBodySchema,
    reply: cooperative.cooperativeMeReplySchema,
  },
  /** Divisions to choose from when applying: the counties, or the children of one. */
  "GET /cooperative/divisions": {
    ...seller,
    unregistered: true,
    query: z.strictObject({ parent: divisionCodeSchema.optional() }),
    reply: cooperative.divisionChoicesReplySchema,
  },
  "GET /cooperative/categories": { ...seller, reply: cooperative.categoriesReplySchema },
  "GET /cooperative/me": { ...seller, reply: cooperative.cooperativeMeReplySchema },
  "GET /cooperative/members": { ...seller, reply: cooperative.membersReplySchema },
  /** By a manager only. */
  "POST /cooperative/members": {
    ...seller,
    body: cooperative.memberBodySchema,
    reply: cooperative.membersReplySchema,
  },
  "GET /cooperative/households": {
    ...seller,
    query: suppliersQuery,
    reply: cooperative.suppliersReplySchema,
  },
  /** Multipart, field `file`; re-encoded without its position data. */
  "POST /cooperative/pictures": {
    ...seller,
    body: z.unknown(),
    reply: cooperative.pictureReplySchema,
  },
  "GET /cooperative/products": {
    ...seller,
    query: cooperative.productsQuerySchema,
    reply: cooperative.productsReplySchema,
  },
  "POST /cooperative/products": {
    ...seller,
    body: cooperative.productBodySchema,
    reply: cooperative.productReplySchema,
  },
  "POST /cooperative/products/:id": {
    ...seller,
    params: idParams,
    body: cooperative.productChangeBodySchema,
    reply: cooperative.productReplySchema,
  },
  "GET /cooperative/orders": {
    ...seller,
    query: selling.cooperativeOrdersQuerySchema,
    reply: selling.cooperativeOrdersReplySchema,
  },
  "GET /cooperative/orders/:id": {
    ...seller,
    params: idParams,
    reply: selling.cooperativeOrderReplySchema,
  },
  "POST /cooperative/orders/:id/ship": {
    ...seller,
    params: idParams,
    body: selling.shipBodySchema,
    reply: selling.cooperativeOrderReplySchema,
  },
  "POST /cooperative/orders/:id/deliver": {
    ...seller,
    params: idParams,
    body: selling.deliverBodySchema,
    reply: selling.cooperativeOrderReplySchema,
  },
  "POST /cooperative/orders/:id/confirm-transfer": {
    ...seller,
    params: idParams,
    body: selling.confirmTransferBodySchema,
    reply: selling.cooperativeOrderReplySchema,
  },
  "GET /cooperative/payables": { ...seller, reply: selling.payablesReplySchema },
  "POST /cooperative/payables/pay": {
    ...seller,
    body: selling.payBodySchema,
    reply: income.movedReplySchema,
  },
} as const satisfies Record<string, Route>;

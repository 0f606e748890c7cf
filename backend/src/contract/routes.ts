/**
 * Every route of Yigou: method, path, who may call it, what it takes and what it answers.
 * Gates and the table of tests are derived from this; a route that is not here does not answer.
 */
import { z } from "zod";

import * as checkout from "./checkout";
import { daySchema, divisionCodeSchema, idSchema, pageSchema, searchTextSchema } from "./common";
import * as cooperative from "./cooperative";
import * as goods from "./goods";
import * as official from "./official";
import type { Actor } from "./roles";
import * as unit from "./work-unit";

const nothing = z.strictObject({});
const idParams = z.strictObject({ id: idSchema });
const handleParams = z.strictObject({ handle: z.string().regex(/^[a-z0-9][a-z0-9-]{0,118}$/) });
const page = z.strictObject(pageSchema);
const suppliersQuery = z.strictObject({ q: searchTextSchema.optional(), ...pageSchema });
const done = z.object({ ok: z.literal(true) });

/** One route. */
export interface Route {
  who: readonly Actor[];
  /** A token of a login that has no actor yet is enough (applications). */
  unregistered?: boolean;
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType;
  reply: z.ZodType;
}

const base = { params: nothing, query: nothing, body: nothing } as const;
const anyone = { ...base, who: ["anyone"] } as const;
const buyer = { ...base, who: ["customer"] } as const;
const seller = { ...base, who: ["cooperative"] } as const;
const cadre = { ...base, who: ["official"] } as const;
const operator = { ...base, who: ["user"] } as const;

/** All routes by "METHOD /path". */
export const routes = {
  "GET /health": { ...anyone, reply: done },
  "GET /ready": {
    ...anyone,
    reply: z.object({ ok: z.literal(true), checks: z.record(z.string(), z.boolean()) }),
  },

  "GET /store/goods": { ...anyone, query: goods.goodsQuerySchema, reply: goods.goodsReplySchema },
  "GET /store/goods/:handle": { ...anyone, params: handleParams, reply: goods.goodReplySchema },
  "GET /store/cart-preview": {
    ...anyone,
    query: goods.cartPreviewQuerySchema,
    reply: goods.cartPreviewReplySchema,
  },
  "GET /store/totals": { ...anyone, reply: goods.totalsReplySchema },
  "POST /store/checkout": {
    ...anyone,
    body: checkout.checkoutBodySchema,
    reply: checkout.checkoutReplySchema,
  },
  // An order is read by its owner or with the guest's token in the header x-order-token.
  "GET /store/orders/:id/summary": { ...anyone, params: idParams, reply: unit.orderReplySchema },
  "GET /store/orders/:id/credits": {
    ...anyone,
    params: idParams,
    reply: checkout.orderCreditsReplySchema,
  },
  "POST /store/orders/:id/returns": {
    ...anyone,
    params: idParams,
    body: checkout.returnBodySchema,
    reply: done,
  },
  /** Local only: plays the payment provider's late yes or no for a pending sandbox payment. */
  "POST /store/orders/:id/sandbox-outcome": {
    ...anyone,
    params: idParams,
    body: z.strictObject({ outcome: z.enum(["success", "decline"]) }),
    reply: done,
  },
  "GET /store/my/orders": { ...buyer, query: page, reply: unit.ordersReplySchema },
  "GET /store/my/work-units": { ...buyer, reply: unit.workUnitReplySchema },

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
    query: cooperative.cooperativeOrdersQuerySchema,
    reply: cooperative.cooperativeOrdersReplySchema,
  },
  "GET /cooperative/orders/:id": {
    ...seller,
    params: idParams,
    reply: cooperative.cooperativeOrderReplySchema,
  },
  "POST /cooperative/orders/:id/ship": {
    ...seller,
    params: idParams,
    body: cooperative.shipBodySchema,
    reply: cooperative.cooperativeOrderReplySchema,
  },
  "POST /cooperative/orders/:id/deliver": {
    ...seller,
    params: idParams,
    reply: cooperative.cooperativeOrderReplySchema,
  },
  "POST /cooperative/orders/:id/confirm-transfer": {
    ...seller,
    params: idParams,
    body: cooperative.confirmTransferBodySchema,
    reply: cooperative.cooperativeOrderReplySchema,
  },
  "GET /cooperative/payables": { ...seller, reply: cooperative.payablesReplySchema },
  "POST /cooperative/payables/pay": {
    ...seller,
    body: cooperative.payBodySchema,
    reply: official.movedReplySchema,
  },

  "GET /official/me": { ...cadre, reply: official.officialMeReplySchema },
  "GET /official/divisions": { ...cadre, reply: official.divisionsReplySchema },
  "GET /official/households": {
    ...cadre,
    query: official.householdsQuerySchema,
    reply: official.householdsReplySchema,
  },
  "GET /official/households/:id": {
    ...cadre,
    params: idParams,
    reply: official.householdReplySchema,
  },
  "GET /official/households/:id/income": {
    ...cadre,
    params: idParams,
    query: official.spanQuerySchema,
    reply: official.householdIncomeReplySchema,
  },
  "POST /official/households/:id/confirmations": {
    ...cadre,
    params: idParams,
    body: official.confirmBodySchema,
    reply: official.movedReplySchema,
  },
  "GET /official/income/summary": {
    ...cadre,
    query: official.summaryQuerySchema,
    reply: official.summaryReplySchema,
  },
  "GET /official/cooperatives": {
    ...cadre,
    query: official.cooperativesQuerySchema,
    reply: official.cooperativesReplySchema,
  },
  "POST /official/cooperatives/:id/decision": {
    ...cadre,
    params: idParams,
    body: official.decisionBodySchema,
    reply: done,
  },

  /** The operator confirms a bank transfer. */
  "POST /admin/transfers/:id/confirm": {
    ...operator,
    params: idParams,
    body: cooperative.confirmTransferBodySchema,
    reply: done,
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

/** The key of a route: "METHOD /path". */
export type RouteKey = keyof typeof routes;
/** What a route takes in its path. */
export type Params<K extends RouteKey> = z.output<(typeof routes)[K]["params"]>;
/** What a route takes in its query. */
export type Query<K extends RouteKey> = z.output<(typeof routes)[K]["query"]>;
/** What a route takes in its body, as the caller writes it. */
export type BodyInput<K extends RouteKey> = z.input<(typeof routes)[K]["body"]>;
/** What a route takes in its body, parsed. */
export type Body<K extends RouteKey> = z.output<(typeof routes)[K]["body"]>;
/** What a route answers. */
export type Reply<K extends RouteKey> = z.output<(typeof routes)[K]["reply"]>;

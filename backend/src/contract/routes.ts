/**
 * Every route of Yigou: method, path, who may call it, what it takes and what it answers.
 * Gates and the table of tests are derived from this; a route that is not here does not answer.
 */
import { z } from "zod";

import { adoptionRoutes } from "./adoption-routes";
import { basketRoutes } from "./basket-routes";
import { chargebackRoutes } from "./chargeback-routes";
import { clearanceRoutes } from "./clearance-routes";
import { complaintRoutes } from "./complaint-routes";
import { confirmationRoutes } from "./confirmation-routes";
import { cooperativeRoutes } from "./cooperative-routes";
import { giftRoutes } from "./gift-routes";
import { incomingRoutes } from "./incoming-routes";
import { linkageRoutes } from "./linkage-routes";
import { ledgerRoutes } from "./ledger-routes";
import { officialRoutes } from "./official-routes";
import { followRoutes } from "./follow-routes";
import { honourRoutes } from "./honour-routes";
import { openDataRoutes } from "./open-data-routes";
import { moneyFlowRoutes } from "./money-flow-routes";
import { operatorRoutes } from "./operator-routes";
import { notificationRoutes } from "./notification-routes";
import { paidCartRoutes } from "./paid-cart-routes";
import { periodRoutes } from "./period-routes";
import { householdCardRoutes } from "./household-card-routes";
import { householdMemberRoutes } from "./household-member-routes";
import { recipientRoutes } from "./recipient-routes";
import { reviewRoutes } from "./review-routes";
import { anyone, done, type Route } from "./route";
import { pickupRoutes } from "./pickup-routes";
import { savedCardRoutes } from "./saved-card-routes";
import { settlementRoutes } from "./settlement-routes";
import { statementRoutes } from "./statement-routes";
import { storeRoutes } from "./store-routes";
import { storyRoutes } from "./story-routes";
import { thanksRoutes } from "./thanks-routes";
import { verifiedIncomeRoutes } from "./verified-income-routes";

export type { Route } from "./route";

/** All routes by "METHOD /path". */
export const routes = {
  "GET /health": { ...anyone, reply: done },
  "GET /ready": {
    ...anyone,
    reply: z.object({ ok: z.literal(true), checks: z.record(z.string(), z.boolean()) }),
  },
  ...storeRoutes,
  ...storyRoutes,
  ...openDataRoutes,
  ...thanksRoutes,
  ...honourRoutes,
  ...followRoutes,
  ...ledgerRoutes,
  ...cooperativeRoutes,
  ...adoptionRoutes,
  ...basketRoutes,
  ...savedCardRoutes,
  ...clearanceRoutes,
  ...giftRoutes,
  ...pickupRoutes,
  ...reviewRoutes,
  ...complaintRoutes,
  ...linkageRoutes,
  ...confirmationRoutes,
  ...verifiedIncomeRoutes,
  ...householdCardRoutes,
  ...householdMemberRoutes,
  ...recipientRoutes,
  ...officialRoutes,
  ...periodRoutes,
  ...operatorRoutes,
  ...settlementRoutes,
  ...statementRoutes,
  ...moneyFlowRoutes,
  ...notificationRoutes,
  ...paidCartRoutes,
  ...chargebackRoutes,
  ...incomingRoutes,
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

/** One right request for each route: what is asked is real, only who asks may be wrong. */
import { randomUUID } from "node:crypto";

import type { RouteKey } from "@yigou/backend/contract";

import { paymentTo, transferOf } from "../../lists/payments";
import { pictureForm } from "../../lists/pictures";
import { productOf } from "../../lists/products";
import type { Sent } from "../visitor";
import { type Facts, purchaseOf } from "./facts";
import { buyingVisits } from "./buying-visits";
import { settlementVisits } from "./settlement-visits";
import { confirmationVisits } from "./confirmation-visits";
import { householdVisits } from "./household-member-visits";
import { incomingVisits } from "./incoming-visits";
import { linkageVisits } from "./linkage-visits";
import { statementVisits } from "./statement-visits";
import { storyVisits } from "./story-visits";

/** A request. */
export interface Visit {
  path: string;
  sent?: Sent;
  /** What those who may come can get; 200 when nothing else is said. */
  answers?: readonly number[];
}

/** A right request for a route. */
export type VisitOf = (facts: Facts) => Visit;

const at =
  (path: string): VisitOf =>
  () => ({ path });

/** For every route one request. */
export const visits: Record<RouteKey, VisitOf> = {
  "GET /health": at("/health"),
  "GET /ready": at("/ready"),
  "GET /store/goods": at("/store/goods?limit=3"),
  "GET /store/suggestions": at("/store/suggestions?q=qi"),
  "GET /store/goods/:handle": ({ goods }) => ({ path: `/store/goods/${goods.handle}` }),
  "GET /store/cart-preview": ({ goods }) => ({
    path: `/store/cart-preview?variants=${goods.variant_id}`,
  }),
  "GET /store/totals": at("/store/totals"),
  "GET /store/ledger/head": at("/store/ledger/head"),
  "GET /store/ledger/blocks": at("/store/ledger/blocks?limit=2"),
  "POST /store/checkout": (facts) => ({
    path: "/store/checkout",
    sent: { body: purchaseOf(facts), headers: { "idempotency-key": randomUUID() } },
  }),
  // Nobody in the table has a purchase under way.
  "POST /store/checkout/resume": () => ({
    path: "/store/checkout/resume",
    sent: { headers: { "idempotency-key": randomUUID() } },
    answers: [404],
  }),
  "GET /store/payments": at("/store/payments"),
  "GET /store/orders/:id/summary": ({ order_id }) => ({
    path: `/store/orders/${order_id}/summary`,
  }),
  "GET /store/orders/:id/credits": ({ order_id }) => ({
    path: `/store/orders/${order_id}/credits`,
  }),
  "GET /store/orders/:id/receipt": ({ order_id }) => ({
    path: `/store/orders/${order_id}/receipt`,
  }),
  // Not shipped yet, so that there is nothing to return for those who may.
  "POST /store/orders/:id/returns": ({ order_id, order_line_id }) => ({
    path: `/store/orders/${order_id}/returns`,
    sent: { body: { items: [{ order_line_id, quantity: 1 }] } },
    answers: [200, 400, 409],
  }),
  // Paid already: a late answer of the sandbox is refused for its state.
  "POST /store/orders/:id/sandbox-outcome": ({ order_id }) => ({
    path: `/store/orders/${order_id}/sandbox-outcome`,
    sent: { body: { outcome: "success" } },
    answers: [409],
  }),
  ...buyingVisits,
  "GET /store/my/orders": at("/store/my/orders"),
  "GET /store/my/work-units": at("/store/my/work-units"),
  "POST /cooperative/applications": () => ({
    path: "/cooperative/applications",
    sent: {
      body: {
        name: "又一个合作社",
        division_code: "360722000000",
        license_no: "93990000MA0000099X",
        contact_name: "周䶮",
        contact_phone: "10012345678",
      },
    },
    answers: [409],
  }),
  "GET /cooperative/divisions": at("/cooperative/divisions"),
  "GET /cooperative/categories": at("/cooperative/categories"),
  "GET /cooperative/me": at("/cooperative/me"),
  "GET /cooperative/members": at("/cooperative/members"),
  "POST /cooperative/members": () => ({
    path: "/cooperative/members",
    sent: {
      body: {
        name: "周䶮",
        email: `member-${randomUUID().slice(0, 8)}@example.com`,
        password: "orange-tree-1",
        role: "staff",
      },
    },
  }),
  "GET /cooperative/households": at("/cooperative/households"),
  "POST /cooperative/pictures": () => ({
    path: "/cooperative/pictures",
    sent: { body: pictureForm() },
  }),
  "GET /cooperative/products": at("/cooperative/products"),
  // The household is of one county: for the other cooperative it is unknown.
  "POST /cooperative/products": ({ household_id }) => ({
    path: "/cooperative/products",
    sent: { body: productOf(`表中脐橙 ${randomUUID().slice(0, 8)}`, [household_id]) },
    answers: [200, 400],
  }),
  "POST /cooperative/products/:id": ({ goods }) => ({
    path: `/cooperative/products/${goods.product_id}`,
    sent: { body: { status: "published" } },
  }),
  "GET /cooperative/orders": at("/cooperative/orders?limit=100"),
  "GET /cooperative/orders/:id": ({ order_id }) => ({ path: `/cooperative/orders/${order_id}` }),
  "POST /cooperative/orders/:id/ship": ({ order_id }) => ({
    path: `/cooperative/orders/${order_id}/ship`,
    sent: { body: { carrier: "中国邮政", tracking_number: "YZ100000001" } },
  }),
  "POST /cooperative/orders/:id/deliver": ({ order_id }) => ({
    path: `/cooperative/orders/${order_id}/deliver`,
    sent: { body: {} },
  }),
  "POST /cooperative/orders/:id/confirm-transfer": ({ transfer_order_id, transfer_total_fen }) => ({
    path: `/cooperative/orders/${transfer_order_id}/confirm-transfer`,
    sent: { body: transferOf(transfer_total_fen) },
  }),
  "GET /cooperative/payables": at("/cooperative/payables"),
  // Nothing is settled yet: those who may pay are told so.
  "POST /cooperative/payables/pay": ({ household_id }) => ({
    path: "/cooperative/payables/pay",
    sent: { body: paymentTo(household_id, 100) },
    answers: [400, 404, 409],
  }),
  ...linkageVisits,
  ...settlementVisits,
  "GET /official/me": at("/official/me"),
  "GET /official/divisions": at("/official/divisions"),
  "GET /official/households": at("/official/households?limit=100"),
  "GET /official/households/:id": ({ household_id }) => ({
    path: `/official/households/${household_id}`,
  }),
  "GET /official/households/:id/income": ({ household_id }) => ({
    path: `/official/households/${household_id}/income?from=2026-01-01&to=2026-11-22`,
  }),
  ...confirmationVisits,
  ...householdVisits,
  "GET /official/income/summary": at("/official/income/summary?group_by=household"),
  "GET /official/area": at("/official/area"),
  "GET /official/periods": at("/official/periods"),
  "GET /official/periods/:month": at("/official/periods/2026-10"),
  // A month before every sale, so that no other test misses it.
  "POST /official/periods/:month/close": () => ({
    path: "/official/periods/2019-01/close",
    sent: { body: {} },
  }),
  "GET /official/cooperatives": at("/official/cooperatives"),
  "POST /official/cooperatives/:id/decision": ({ application_id }) => ({
    path: `/official/cooperatives/${application_id}/decision`,
    sent: { body: { decision: "refuse", reason: "材料不全" } },
  }),
  // Confirmed by the cooperative before: the operator is told that no transfer is awaited.
  "POST /admin/transfers/:id/confirm": ({ transfer_order_id, transfer_total_fen }) => ({
    path: `/admin/transfers/${transfer_order_id}/confirm`,
    sent: { body: transferOf(transfer_total_fen) },
    answers: [200, 409],
  }),
  "GET /admin/transfers": at("/admin/transfers"),
  "GET /admin/ledger/summary": at("/admin/ledger/summary"),
  ...statementVisits,
  "GET /admin/payment-notifications": at("/admin/payment-notifications"),
  // No notification of the table has failed: the operator is told that there is none.
  "POST /admin/payment-notifications/retry": () => ({
    path: "/admin/payment-notifications/retry",
    sent: { body: { provider: "sandbox_local", event_id: "evt_nobody" } },
    answers: [404],
  }),
  ...incomingVisits,
  ...storyVisits,
  "GET /admin/paid-carts": at("/admin/paid-carts"),
  // Every payment of the table has its order: the operator is told that there is nothing to give back.
  "POST /admin/paid-carts/:id/refund": () => ({
    path: "/admin/paid-carts/cart_01NOBODY/refund",
    sent: { body: { because: "已售罄" } },
    answers: [404],
  }),
};

/** Requests for the routes of confirmations, disputes and verified income. Nothing is paid, so that nothing can be confirmed. */
import type { confirmationRoutes } from "../../../backend/src/contract/confirmation-routes";
import type { verifiedIncomeRoutes } from "../../../backend/src/contract/verified-income-routes";
import type { recipientRoutes } from "../../../backend/src/contract/recipient-routes";
import { pictureForm } from "../../lists/pictures";
import { recipientOf } from "../../lists/recipients";
import type { VisitOf } from "./visits";

const credit_ids = ["line_unknown:hh_unknown"];

/** For every route of confirmations and disputes one request. */
export const confirmationVisits: Record<keyof typeof confirmationRoutes, VisitOf> = {
  "GET /official/households/:id/confirmations": ({ household_id }) => ({
    path: `/official/households/${household_id}/confirmations`,
  }),
  "POST /official/households/:id/confirmations": ({ household_id }) => ({
    path: `/official/households/${household_id}/confirmations`,
    sent: { body: { method: "page", credit_ids, page_id: "cev_unknown" } },
    answers: [409],
  }),
  "POST /official/households/:id/pages": ({ household_id }) => ({
    path: `/official/households/${household_id}/pages`,
    sent: { body: pictureForm() },
  }),
  // No provider is configured.
  "POST /official/households/:id/codes": ({ household_id }) => ({
    path: `/official/households/${household_id}/codes`,
    sent: { body: { credit_ids } },
    answers: [409],
  }),
  "POST /official/households/:id/passbook": ({ household_id }) => ({
    path: `/official/households/${household_id}/passbook`,
    sent: { body: {} },
    answers: [409],
  }),
  "POST /official/households/:id/disputes": ({ household_id }) => ({
    path: `/official/households/${household_id}/disputes`,
    sent: { body: { credit_ids, statement: "没有收到这笔钱" } },
    answers: [409],
  }),
  "GET /official/disputes": () => ({ path: "/official/disputes" }),
  "POST /official/disputes/:id/resolution": () => ({
    path: "/official/disputes/dsp_unknown/resolution",
    sent: { body: { outcome: "received", reason: "户主已确认收到" } },
    answers: [404],
  }),
};

/** For every route of income by year one request. */
export const verifiedIncomeVisits: Record<keyof typeof verifiedIncomeRoutes, VisitOf> = {
  "GET /official/households/:id/years/:year": ({ household_id }) => ({
    path: `/official/households/${household_id}/years/2025`,
  }),
  // Whoever comes second has not seen the first one's version.
  "POST /official/households/:id/years/:year": ({ household_id }) => ({
    path: `/official/households/${household_id}/years/2025`,
    sent: {
      body: {
        base_version: 0,
        wage_fen: 1_200_000,
        business_gross_fen: 500_000,
        business_cost_fen: 120_000,
        property_fen: 30_000,
        transfer_fen: 0,
        uncounted_fen: 0,
        reasons: { wage: "县城务工", business: "集市零售", property: "土地流转" },
        evidence_note: "看了工资流水",
      },
    },
    answers: [200, 409],
  }),
};

/** For every route of alternate recipients one request. */
export const recipientVisits: Record<keyof typeof recipientRoutes, VisitOf> = {
  "GET /official/households/:id/recipients": ({ household_id }) => ({
    path: `/official/households/${household_id}/recipients`,
  }),
  "POST /official/households/:id/recipients": ({ household_id }) => ({
    path: `/official/households/${household_id}/recipients`,
    sent: { body: recipientOf() },
  }),
  "POST /official/recipients/:id/ending": () => ({
    path: "/official/recipients/hrcp_unknown/ending",
    sent: { body: { reason: "已经回村" } },
    answers: [404],
  }),
};

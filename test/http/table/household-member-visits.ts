/** For every route of household members one request. */
import type { householdCardRoutes } from "../../../backend/src/contract/household-card-routes";
import type { householdMemberRoutes } from "../../../backend/src/contract/household-member-routes";
import { cardOf } from "../../lists/household-cards";
import { memberOf } from "../../lists/household-members";
import { recipientVisits, verifiedIncomeVisits } from "./confirmation-visits";
import type { VisitOf } from "./visits";

const nobody = (deed: string, body: object): VisitOf => {
  return ({ household_id }) => ({
    path: `/official/households/${household_id}/members/hhm_nobody/${deed}`,
    sent: { body: { version: 0, ...body } },
    // Nobody of that id belongs to the household, or it has changed since.
    answers: [404, 409],
  });
};

/** For every route of household members one request. */
const householdMemberVisits: Record<keyof typeof householdMemberRoutes, VisitOf> = {
  "GET /official/households/:id/members": ({ household_id }) => ({
    path: `/official/households/${household_id}/members`,
  }),
  "POST /official/households/:id/members": ({ household_id }) => ({
    path: `/official/households/${household_id}/members`,
    sent: { body: memberOf(0) },
    answers: [200, 409],
  }),
  "POST /official/households/:id/members/:member_id/leaving": nobody("leaving", {
    left_on: "2026-11-01",
    reason: "moved",
  }),
  "POST /official/households/:id/members/:member_id/correction": nobody("correction", {
    name: "改名",
    reason: "写错了",
  }),
  "POST /official/households/:id/head": ({ household_id }) => ({
    path: `/official/households/${household_id}/head`,
    sent: {
      body: { version: 0, member_id: "hhm_nobody", on: "2026-11-01", reason: "换", relations: [] },
    },
    answers: [404, 409],
  }),
};

/** For every route of a household's own card one request. */
const householdCardVisits: Record<keyof typeof householdCardRoutes, VisitOf> = {
  "GET /official/households/:id/cards": ({ household_id }) => ({
    path: `/official/households/${household_id}/cards`,
  }),
  "POST /official/households/:id/cards": ({ household_id }) => ({
    path: `/official/households/${household_id}/cards`,
    sent: { body: cardOf(0, "hhm_nobody") },
    // Somebody else is head.
    answers: [409],
  }),
};

/** Members, the card, alternate recipients, years. */
export const householdVisits = {
  ...householdMemberVisits,
  ...householdCardVisits,
  ...recipientVisits,
  ...verifiedIncomeVisits,
};

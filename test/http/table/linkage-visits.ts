/** Requests for the routes of contracts and entries. */
import { randomUUID } from "node:crypto";

import type { linkageRoutes } from "../../../backend/src/contract/linkage-routes";
import type { VisitOf } from "./visits";

/** A table with one entry of a household that nobody knows. */
function table(): FormData {
  const form = new FormData();
  const text = "农户,联结方式,月份,金额\n无此一家,工资,2026-10,100\n";
  form.set("file", new Blob([text], { type: "text/csv" }), "entries.csv");
  return form;
}

/** For every route of contracts and entries one request. */
export const linkageVisits: Record<keyof typeof linkageRoutes, VisitOf> = {
  "GET /cooperative/contracts": () => ({ path: "/cooperative/contracts" }),
  // The household is of one county: for the other cooperative it is unknown.
  "POST /cooperative/contracts": ({ household_id }) => ({
    path: "/cooperative/contracts",
    sent: {
      body: { household_id, linkage: "wage", terms: "果园务工", starts_on: "2026-01-01" },
    },
    answers: [200, 400],
  }),
  "GET /cooperative/entries": () => ({ path: "/cooperative/entries?limit=100" }),
  "POST /cooperative/entries": ({ household_id }) => ({
    path: "/cooperative/entries",
    sent: {
      body: {
        household_id,
        linkage: "wage",
        period: "2026-10",
        amount_fen: 100_000,
        note: randomUUID().slice(0, 8),
      },
    },
    answers: [200, 400],
  }),
  "POST /cooperative/entries/import": () => ({
    path: "/cooperative/entries/import",
    sent: { body: table() },
  }),
  // Prepared by the manager who decides: another has to.
  "POST /cooperative/entries/decisions": ({ entry_id }) => ({
    path: "/cooperative/entries/decisions",
    sent: { body: { entry_ids: [entry_id], decision: "approve" } },
    answers: [409],
  }),
  // Not approved yet: there is nothing to take back.
  "POST /cooperative/entries/:id/reversal": ({ entry_id }) => ({
    path: `/cooperative/entries/${entry_id}/reversal`,
    sent: { body: { reason: "多记了一天" } },
    answers: [409],
  }),
};

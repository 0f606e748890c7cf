import { ledgerSummary } from "../../../../queries/income/ledger-summary";
import { door } from "../../../_door";

export const GET = door("GET /admin/ledger/summary", async ({ query, scope }) =>
  ledgerSummary(scope, query.day),
);

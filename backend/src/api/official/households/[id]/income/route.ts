import { householdIncome } from "../../../../../queries/income/household-income";
import { openFile } from "../../../../../workflows/income/open-file";
import { door } from "../../../../_door";

export const GET = door(
  "GET /official/households/:id/income",
  async ({ actor, params, query, scope }) => {
    await openFile(scope, actor, params.id, "GET /official/households/:id/income");
    return householdIncome(scope, params.id, query);
  },
);

import { readYear } from "../../../../../../queries/verified-income/year";
import { openFile } from "../../../../../../workflows/income/open-file";
import { verifyYearWorkflow } from "../../../../../../workflows/verified-income/verify-year";
import { door } from "../../../../../_door";

export const GET = door(
  "GET /official/households/:id/years/:year",
  async ({ actor, params, scope }) => {
    await openFile(scope, actor, params.id, "GET /official/households/:id/years/:year");
    return readYear(scope, actor.division_code, params.id, params.year);
  },
);

export const POST = door(
  "POST /official/households/:id/years/:year",
  async ({ actor, params, body, scope }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/years/:year");
    await verifyYearWorkflow(scope).run({
      input: {
        household_id: params.id,
        year: params.year,
        found: body,
        entered_by: actor.id,
        at: new Date().toISOString(),
      },
    });
    return readYear(scope, actor.division_code, params.id, params.year);
  },
);

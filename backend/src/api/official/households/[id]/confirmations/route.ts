import { listConfirmations } from "../../../../../queries/confirmation/list-confirmations";
import { confirmCreditsWorkflow } from "../../../../../workflows/income/confirm-credits";
import { openFile } from "../../../../../workflows/income/open-file";
import { door } from "../../../../_door";

export const GET = door(
  "GET /official/households/:id/confirmations",
  async ({ actor, params, scope }) => {
    await openFile(scope, actor, params.id, "GET /official/households/:id/confirmations");
    return listConfirmations(scope, params.id);
  },
);

export const POST = door(
  "POST /official/households/:id/confirmations",
  async ({ actor, params, body, scope }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/confirmations");
    const { result } = await confirmCreditsWorkflow(scope).run({
      input: {
        household_id: params.id,
        proof: body,
        official_id: actor.id,
        at: new Date().toISOString(),
      },
    });
    return result;
  },
);

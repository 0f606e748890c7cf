import { confirmCreditsWorkflow } from "../../../../../workflows/income/confirm-credits";
import { openFile } from "../../../../../workflows/income/open-file";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/households/:id/confirmations",
  async ({ actor, params, body, scope }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/confirmations");
    const { result } = await confirmCreditsWorkflow(scope).run({
      input: {
        household_id: params.id,
        credit_ids: body.credit_ids,
        official_id: actor.id,
        at: new Date().toISOString(),
      },
    });
    return result;
  },
);

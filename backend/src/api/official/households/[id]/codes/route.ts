import { sendCodeWorkflow } from "../../../../../workflows/confirmation/send-code";
import { openFile } from "../../../../../workflows/income/open-file";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/households/:id/codes",
  async ({ actor, params, body, scope }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/codes");
    const { result } = await sendCodeWorkflow(scope).run({
      input: {
        household_id: params.id,
        credit_ids: body.credit_ids,
        scope: actor.division_code,
        made_by: actor.id,
        at: new Date().toISOString(),
      },
    });
    return result;
  },
);

import { openDisputeWorkflow } from "../../../../../workflows/confirmation/dispute";
import { openFile } from "../../../../../workflows/income/open-file";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/households/:id/disputes",
  async ({ actor, params, body, scope }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/disputes");
    const { result } = await openDisputeWorkflow(scope).run({
      input: {
        ...body,
        household_id: params.id,
        opened_by: actor.id,
        at: new Date().toISOString(),
      },
    });
    return result;
  },
);

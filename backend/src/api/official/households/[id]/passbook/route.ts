import { printPassbookWorkflow } from "../../../../../workflows/confirmation/make-code";
import { openFile } from "../../../../../workflows/income/open-file";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/households/:id/passbook",
  async ({ actor, params, scope }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/passbook");
    const { result } = await printPassbookWorkflow(scope).run({
      input: { household_id: params.id, made_by: actor.id, at: new Date().toISOString() },
    });
    return result;
  },
);

import { readConsents } from "../../../../../../queries/consent/read-consents";
import { withdrawConsentWorkflow } from "../../../../../../workflows/consent/withdraw-consent";
import { openFile } from "../../../../../../workflows/income/open-file";
import { door } from "../../../../../_door";

export const POST = door(
  "POST /official/households/:id/consents/withdrawal",
  async ({ actor, params, body, scope }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/consents/withdrawal");
    await withdrawConsentWorkflow(scope).run({
      input: { household_id: params.id, purpose: body.purpose, by: actor.id },
    });
    return readConsents(scope, params.id);
  },
);

import { readConsents } from "../../../../../queries/consent/read-consents";
import { giveConsentWorkflow } from "../../../../../workflows/consent/give-consent";
import { openFile } from "../../../../../workflows/income/open-file";
import { nameStoriesWorkflow } from "../../../../../workflows/story/name-stories";
import { door } from "../../../../_door";

export const GET = door(
  "GET /official/households/:id/consents",
  async ({ actor, params, scope }) => {
    await openFile(scope, actor, params.id, "GET /official/households/:id/consents");
    return readConsents(scope, params.id);
  },
);

export const POST = door(
  "POST /official/households/:id/consents",
  async ({ actor, params, body, scope }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/consents");
    await giveConsentWorkflow(scope).run({
      input: { consents: [{ ...body, household_id: params.id, recorded_by: actor.id }] },
    });
    await nameStoriesWorkflow(scope).run({ input: { most: 500 } });
    return readConsents(scope, params.id);
  },
);

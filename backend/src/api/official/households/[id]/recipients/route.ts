import { redirectingRoles } from "../../../../../contract/roles";
import { listRecipients } from "../../../../../queries/household/list-recipients";
import { refuse } from "../../../../../refuse";
import { recordReadWorkflow } from "../../../../../workflows/audit/record-read";
import { recordRecipientWorkflow } from "../../../../../workflows/household/record-recipient";
import { door } from "../../../../_door";

const ROUTE = "GET /official/households/:id/recipients";

export const GET = door(ROUTE, async ({ actor, params, scope }) => {
  const found = await listRecipients(scope, actor, params.id);
  await recordReadWorkflow(scope).run({
    input: { official_id: actor.id, household_id: params.id, route: ROUTE },
  });
  return found;
});

export const POST = door(
  "POST /official/households/:id/recipients",
  async ({ actor, params, body, scope }) => {
    // Another's household is not there, whatever the role.
    await listRecipients(scope, actor, params.id);
    if (!redirectingRoles.includes(actor.role)) throw refuse("forbidden_action");
    await recordRecipientWorkflow(scope).run({
      input: {
        ...body,
        scope: actor.division_code,
        household_id: params.id,
        by: { id: actor.id, name: actor.name },
        at: new Date().toISOString(),
      },
    });
    return listRecipients(scope, actor, params.id);
  },
);

import { redirectingRoles } from "../../../../../contract/roles";
import { listCards } from "../../../../../queries/household/list-cards";
import { refuse } from "../../../../../refuse";
import { recordReadWorkflow } from "../../../../../workflows/audit/record-read";
import { recordCardWorkflow } from "../../../../../workflows/household/record-card";
import { door } from "../../../../_door";

const ROUTE = "GET /official/households/:id/cards";

export const GET = door(ROUTE, async ({ actor, params, scope }) => {
  const found = await listCards(scope, actor, params.id);
  await recordReadWorkflow(scope).run({
    input: { official_id: actor.id, household_id: params.id, route: ROUTE },
  });
  return found;
});

export const POST = door(
  "POST /official/households/:id/cards",
  async ({ actor, params, body, scope }) => {
    // Another's household is not there, whatever the role.
    await listCards(scope, actor, params.id);
    if (!redirectingRoles.includes(actor.role)) throw refuse("forbidden_action");
    await recordCardWorkflow(scope).run({
      input: {
        ...body,
        scope: actor.division_code,
        household_id: params.id,
        by: { id: actor.id, name: actor.name },
        at: new Date().toISOString(),
      },
    });
    return listCards(scope, actor, params.id);
  },
);

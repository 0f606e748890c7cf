import { redirectingRoles } from "../../../../../contract/roles";
import { refuse } from "../../../../../refuse";
import { endRecipientWorkflow } from "../../../../../workflows/household/record-recipient";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/recipients/:id/ending",
  async ({ actor, params, body, scope }) => {
    if (!redirectingRoles.includes(actor.role)) throw refuse("forbidden_action");
    await endRecipientWorkflow(scope).run({
      input: {
        scope: actor.division_code,
        id: params.id,
        reason: body.reason,
        by: actor.id,
        at: new Date().toISOString(),
      },
    });
    return { ok: true as const };
  },
);

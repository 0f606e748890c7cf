import { areaLot } from "../../../../../queries/trace/area-lots";
import { disputeOriginWorkflow } from "../../../../../workflows/trace/dispute-origin";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/lots/:code/dispute",
  async ({ actor, params, body, scope }) => {
    const lot = await areaLot(scope, actor.division_code, params.code);
    await disputeOriginWorkflow(scope).run({
      input: { ...lot, statement: body.statement, opened_by: actor.id },
    });
    return { ok: true as const };
  },
);

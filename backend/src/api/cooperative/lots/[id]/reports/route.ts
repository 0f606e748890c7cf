import { ownLot } from "../../../../../queries/trace/own-lots";
import { addReportWorkflow } from "../../../../../workflows/trace/add-report";
import { door } from "../../../../_door";
import { requireApproved } from "../../../_approved";

export const POST = door(
  "POST /cooperative/lots/:id/reports",
  async ({ actor, params, body, scope }) => {
    const lot = await ownLot(scope, actor.cooperative_id, params.id);
    requireApproved(actor);
    const input = { lot_id: lot.id, report: body, recorded_by: actor.id };
    const { result } = await addReportWorkflow(scope).run({ input });
    return result;
  },
);

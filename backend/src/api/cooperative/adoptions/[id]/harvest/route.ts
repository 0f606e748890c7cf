import { ownAdoption } from "../../../../../queries/adoption/own-adoptions";
import { reportHarvestWorkflow } from "../../../../../workflows/adoption/report-harvest";
import { door } from "../../../../_door";
import { requireKeeper } from "../../../_roles";

export const POST = door(
  "POST /cooperative/adoptions/:id/harvest",
  async ({ actor, params, body, scope }) => {
    await ownAdoption(scope, actor.cooperative_id, params.id);
    requireKeeper(actor);
    await reportHarvestWorkflow(scope).run({
      input: {
        product_id: params.id,
        per_tree_g: body.per_tree_g,
        now: new Date().toISOString(),
      },
    });
    return { adoption: await ownAdoption(scope, actor.cooperative_id, params.id) };
  },
);

import { ownAdoption } from "../../../../../queries/adoption/own-adoptions";
import { tellNewsWorkflow } from "../../../../../workflows/adoption/tell-news";
import { door } from "../../../../_door";
import { requireApproved } from "../../../_approved";

export const POST = door(
  "POST /cooperative/adoptions/:id/updates",
  async ({ actor, params, body, scope }) => {
    await ownAdoption(scope, actor.cooperative_id, params.id);
    requireApproved(actor);
    await tellNewsWorkflow(scope).run({
      input: {
        product_id: params.id,
        text: body.text,
        picture: body.picture ?? null,
        by: actor.id,
      },
    });
    return { adoption: await ownAdoption(scope, actor.cooperative_id, params.id) };
  },
);

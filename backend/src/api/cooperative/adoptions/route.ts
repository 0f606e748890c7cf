import { ownAdoption, ownAdoptions } from "../../../queries/adoption/own-adoptions";
import { listAdoptionWorkflow } from "../../../workflows/adoption/list-adoption";
import { door } from "../../_door";
import { requireApproved } from "../_approved";

export const GET = door("GET /cooperative/adoptions", async ({ actor, scope }) => ({
  adoptions: await ownAdoptions(scope, actor.cooperative_id),
}));

export const POST = door("POST /cooperative/adoptions", async ({ actor, body, scope }) => {
  requireApproved(actor);
  const { cooperative_id } = actor;
  const { result } = await listAdoptionWorkflow(scope).run({
    input: { cooperative_id, adoption: body, now: new Date().toISOString() },
  });
  return { adoption: await ownAdoption(scope, cooperative_id, result.product_id) };
});

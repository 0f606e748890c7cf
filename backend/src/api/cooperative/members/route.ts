import { listMembers } from "../../../queries/cooperative/list-members";
import { refuse } from "../../../refuse";
import { addMemberWorkflow } from "../../../workflows/cooperative/add-member";
import { door } from "../../_door";
import { requireApproved } from "../_approved";

export const GET = door("GET /cooperative/members", async ({ actor, scope }) =>
  listMembers(scope, actor.cooperative_id),
);

export const POST = door("POST /cooperative/members", async ({ actor, body, scope }) => {
  requireApproved(actor);
  if (actor.role !== "manager") throw refuse("forbidden_action");
  await addMemberWorkflow(scope).run({
    input: { ...body, cooperative_id: actor.cooperative_id },
  });
  return listMembers(scope, actor.cooperative_id);
});

import { readCooperative } from "../../../queries/cooperative/read-cooperative";
import { applyWorkflow } from "../../../workflows/cooperative/apply";
import { door } from "../../_door";

export const POST = door("POST /cooperative/applications", async ({ actor, body, scope }) => {
  const { result } = await applyWorkflow(scope).run({
    input: { auth_identity_id: actor.auth_identity_id, application: body },
  });
  return { cooperative: await readCooperative(scope, result.cooperative_id) };
});

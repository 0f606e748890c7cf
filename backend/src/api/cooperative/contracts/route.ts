import { listContracts } from "../../../queries/linkage/list-contracts";
import { addContractWorkflow } from "../../../workflows/linkage/add-contract";
import { door } from "../../_door";
import { requireKeeper } from "../_roles";

export const GET = door("GET /cooperative/contracts", async ({ actor, query, scope }) =>
  listContracts(scope, actor.cooperative_id, query),
);

export const POST = door("POST /cooperative/contracts", async ({ actor, body, scope }) => {
  requireKeeper(actor);
  const { result } = await addContractWorkflow(scope).run({
    input: {
      ...body,
      ends_on: body.ends_on ?? null,
      cooperative_id: actor.cooperative_id,
      prepared_by: actor.id,
    },
  });
  return result;
});

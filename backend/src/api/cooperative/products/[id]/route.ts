import { readOwnGood } from "../../../../queries/cooperative/list-own-goods";
import { changeProductWorkflow } from "../../../../workflows/supply/change-product";
import { door } from "../../../_door";
import { requireApproved } from "../../_approved";

export const POST = door(
  "POST /cooperative/products/:id",
  async ({ actor, params, body, scope }) => {
    // Looked for first: another's goods are not found, whatever one's own standing.
    await readOwnGood(scope, actor.cooperative_id, params.id);
    requireApproved(actor);
    await changeProductWorkflow(scope).run({
      input: { ...body, cooperative_id: actor.cooperative_id, product_id: params.id },
    });
    return { product: await readOwnGood(scope, actor.cooperative_id, params.id) };
  },
);

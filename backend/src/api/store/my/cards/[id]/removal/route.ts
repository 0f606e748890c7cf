/** A buyer removes a saved card. */
import { removeCardWorkflow } from "../../../../../../workflows/saved-card/remove-card";
import { door } from "../../../../../_door";

export const POST = door("POST /store/my/cards/:id/removal", async ({ actor, params, scope }) => {
  const input = { customer_id: actor.id, card_id: params.id };
  const { result } = await removeCardWorkflow(scope).run({ input });
  return result;
});

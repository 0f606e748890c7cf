import { readSellerOrder } from "../../../../../queries/cooperative/list-orders";
import { packingSlip } from "../../../../../queries/trace/labels";
import { nameStoriesWorkflow } from "../../../../../workflows/story/name-stories";
import { door } from "../../../../_door";
import { FileAnswer } from "../../../../_file-answer";

export const GET = door(
  "GET /cooperative/orders/:id/packing-slip",
  async ({ actor, params, scope }) => {
    const order = await readSellerOrder(scope, actor.cooperative_id, params.id);
    await nameStoriesWorkflow(scope).run({ input: { most: 500 } });
    const slip = await packingSlip(scope, actor.cooperative_id, order);
    return new FileAnswer(`装箱单-${order.display_id.toString()}`, "pdf", slip);
  },
);

import { listOwnGoods, readOwnGood } from "../../../queries/cooperative/list-own-goods";
import { refuse } from "../../../refuse";
import { listProductsWorkflow } from "../../../workflows/supply/list-products";
import { door } from "../../_door";
import { requireApproved } from "../_approved";

export const GET = door("GET /cooperative/products", async ({ actor, query, scope }) =>
  listOwnGoods(scope, actor.cooperative_id, query),
);

export const POST = door("POST /cooperative/products", async ({ actor, body, scope }) => {
  requireApproved(actor);
  const { result } = await listProductsWorkflow(scope)
    .run({ input: { listings: [{ cooperative_id: actor.cooperative_id, product: body }] } })
    .catch((error: unknown) => {
      throw handleWasTaken(error) ? refuse("handle_taken", { field: "title" }) : error;
    });
  const [listed] = result.products;
  if (!listed) throw refuse("not_found");
  return { product: await readOwnGood(scope, actor.cooperative_id, listed.product_id) };
});

/** Two listings of one title at the same moment: the second finds the first one's handle taken. */
function handleWasTaken(error: unknown): boolean {
  return error instanceof Error && /product with handle.*already exists/i.test(error.message);
}

import { readBasket } from "../../../../queries/basket/read-basket";
import { keepBasketWorkflow } from "../../../../workflows/basket/keep-basket";
import { door } from "../../../_door";

export const GET = door("GET /store/my/cart", async ({ actor, scope }) =>
  readBasket(scope, actor.id),
);

export const POST = door("POST /store/my/cart", async ({ actor, body, scope }) => {
  const { result } = await keepBasketWorkflow(scope).run({
    input: { ...body, customer_id: actor.id },
  });
  return result;
});

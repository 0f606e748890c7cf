/** A gift whose payment came to nothing, for the form of whoever tried it. */
import { triedGift } from "../../../../queries/gift/tried-gift";
import { refuse } from "../../../../refuse";
import { door } from "../../../_door";
import { keyOf } from "../../../_idempotency-key";

export const GET = door("GET /store/checkout/gift", async ({ actor, scope, req }) => {
  const key = keyOf(req);
  if (!key) throw refuse("idempotency_key_missing");
  return triedGift(scope, { key, customer_id: actor.type === "customer" ? actor.id : null });
});

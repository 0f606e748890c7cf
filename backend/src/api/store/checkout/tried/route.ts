/** A purchase whose payment came to nothing, for the form of whoever tried it. */
import { triedCheckout } from "../../../../queries/checkout/tried-checkout";
import { refuse } from "../../../../refuse";
import { door } from "../../../_door";
import { keyOf } from "../../../_idempotency-key";

export const GET = door("GET /store/checkout/tried", async ({ actor, scope, req }) => {
  const key = keyOf(req);
  if (!key) throw refuse("idempotency_key_missing");
  return triedCheckout(scope, { key, customer_id: actor.type === "customer" ? actor.id : null });
});

/** Buys in one call. */
import { z } from "zod";

import { orderSummary } from "../../../queries/order/order-summary";
import { findMembership } from "../../../queries/work-unit/find-membership";
import { refuse } from "../../../refuse";
import { placeOrder } from "../../../workflows/checkout/place-order";
import { door } from "../../_door";
import { keyOf } from "../../_idempotency-key";

const channelsSchema = z.object({ sales_channel_ids: z.tuple([z.string()], z.string()) });

export const POST = door("POST /store/checkout", async ({ actor, body, scope, req }) => {
  const key = keyOf(req);
  if (!key) throw refuse("idempotency_key_missing");
  const customer_id = actor.type === "customer" ? actor.id : null;
  if (body.work_unit_id) {
    const membership = customer_id
      ? await findMembership(scope, customer_id, body.work_unit_id)
      : null;
    if (!membership) throw refuse("not_found", { field: "work_unit_id" });
  }
  const buyer = { customer_id, sales_channel_id: channelOf(req) };
  const { order_id, access_token } = await placeOrder(scope, { key, body, buyer });
  const order = await orderSummary(scope, order_id);
  return { order, ...(access_token ? { access_token } : {}) };
});

/** The sales channel of the shop's publishable key, which Medusa has checked before. */
function channelOf(req: object): string {
  const context = channelsSchema.safeParse(
    "publishable_key_context" in req ? req.publishable_key_context : null,
  );
  if (!context.success) throw refuse("unauthorized");
  return context.data.sales_channel_ids[0];
}

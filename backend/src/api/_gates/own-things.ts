/** Orders, carts and payment collections are shown only to whom they belong; to all others they do not exist. */
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "zod";

import { findCollectionHome, mayUseCart } from "../../queries/cart/may-use-cart";
import { mayReadOrder } from "../../queries/order/may-read-order";
import { refuse } from "../../refuse";
import { ownCartWorkflow } from "../../workflows/cart/own-cart";
import { visitorOf } from "./visitor";

type Gate = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void>;

/** `/store/orders/:id` and everything below it. */
export const orderGate: Gate = async (req, _res, next) => {
  // Routes take no strange query, so a token that came in the address goes on as a header.
  const { token, ...query } = req.query;
  if (typeof token === "string") {
    req.headers["x-order-token"] ??= token;
    req.query = query;
  }
  await assertOrder(req, req.params.id);
  next();
};

/** `/store/carts/:id` and everything below it. */
export const cartGate: Gate = async (req, _res, next) => {
  const use =
    req.method === "POST" && /\/complete\/?$/.test(req.originalUrl.split("?")[0] ?? "")
      ? "complete"
      : "other";
  await assertCart(req, req.params.id, use);
  next();
};

/** `/store/payment-collections/:id` and everything below it. */
export const collectionGate: Gate = async (req, _res, next) => {
  const home = await findCollectionHome(req.scope, req.params.id ?? "");
  if (home?.cart_id) await assertCart(req, home.cart_id, "other");
  else await assertOrder(req, home?.order_id);
  next();
};

const namedSchema = z.object({ cart_id: z.unknown(), order_id: z.unknown() }).partial().catch({});

/** A cart or an order that is named in the query or the body of any shop route. */
export const namedThingsGate: Gate = async (req, _res, next) => {
  const named = [namedSchema.parse(req.query), namedSchema.parse(req.body)];
  for (const { cart_id, order_id } of named) {
    if (cart_id !== undefined) await assertCart(req, cart_id, "other");
    if (order_id !== undefined) await assertOrder(req, order_id);
  }
  next();
};

const cartReplySchema = z.object({ cart: z.object({ id: z.string() }) });

/** A signed-in customer who makes or takes a cart owns it from then on. */
export const cartOwnerNote: Gate = async (req, res, next) => {
  const { type, id: customer_id } = visitorOf(req);
  if (type === "customer" && customer_id) {
    const send = res.json.bind(res);
    res.json = (body: unknown) => {
      const reply = cartReplySchema.safeParse(body);
      if (!reply.success) return send(body);
      const input = { cart_id: reply.data.cart.id, customer_id };
      ownCartWorkflow(req.scope)
        .run({ input })
        .then(() => send(body), next);
      return res;
    };
  }
  next();
};

async function assertOrder(req: MedusaRequest, order_id: unknown): Promise<void> {
  const may =
    typeof order_id === "string" && (await mayReadOrder(req.scope, req, visitorOf(req), order_id));
  if (!may) throw refuse("not_found");
}

async function assertCart(
  req: MedusaRequest,
  cart_id: unknown,
  use: "complete" | "other",
): Promise<void> {
  const may =
    typeof cart_id === "string" && (await mayUseCart(req.scope, visitorOf(req), { cart_id, use }));
  if (!may) throw refuse("not_found");
}

/** Who may read an order: the customer who owns it, or whoever holds its access token. */
import type { MedusaRequest } from "@medusajs/framework/http";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { CHECKOUT_MODULE, type CheckoutService } from "../../modules/checkout";

const TOKEN = /^[\w-]{43}$/;

interface Rows<T> {
  rows: T[];
}

/**
 * @param req for the token: header `x-order-token`, or `token` in the query
 * @param actor whoever is logged in
 * @returns false both for a strange order and for one that does not exist
 */
export async function mayReadOrder(
  scope: MedusaContainer,
  req: Pick<MedusaRequest, "headers" | "query">,
  actor: { type: string; id?: string },
  order_id: string,
): Promise<boolean> {
  if (actor.type === "customer" && actor.id && (await isOwner(scope, actor.id, order_id)))
    return true;
  const token = req.headers["x-order-token"] ?? req.query.token;
  if (typeof token !== "string" || !TOKEN.test(token)) return false;
  return scope.resolve<CheckoutService>(CHECKOUT_MODULE).tokenOpens(order_id, token);
}

async function isOwner(
  scope: MedusaContainer,
  customer_id: string,
  order_id: string,
): Promise<boolean> {
  const pg: Knex = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<{ id: string }>>(
    `select id from "order" where id = :order_id and customer_id = :customer_id and not is_draft_order and deleted_at is null`,
    { order_id, customer_id },
  );
  return found.rows.length === 1;
}

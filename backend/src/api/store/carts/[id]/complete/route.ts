/**
 * Completes a cart in place of Medusa's own route: the answer is the same, but one cart gives one order
 * whatever happens at the same time, and a guest gets the token that opens the order.
 */
import {
  prepareRetrieveQuery,
  type AuthenticatedMedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { defaultStoreCartFields } from "@medusajs/medusa/api/store/carts/query-config";

import { replyOfRefusal } from "../../../../../refuse";
import { placeCartWorkflow } from "../../../../../workflows/order/place-cart";

const typeOfRefusal: Record<string, string> = {
  payment_declined: "payment_authorization_error",
  payment_action_needed: "payment_requires_more_error",
};

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY);
  const { id } = req.params;
  try {
    const { result } = await placeCartWorkflow(req.scope).run({ input: { cart_id: id ?? "" } });
    const { data }: { data: unknown[] } = await query.graph({
      entity: "order",
      fields: req.queryConfig.fields,
      filters: { id: result.order_id },
    });
    res.json({
      type: "order",
      order: data[0],
      ...(result.access_token ? { access_token: result.access_token } : {}),
    });
  } catch (error) {
    const refused = replyOfRefusal(error);
    const type = typeOfRefusal[refused?.body.code ?? ""];
    if (!refused || !type) throw error;
    // Medusa's clients expect an unfinished payment as 200 with the cart, so that the buyer can go on or pay otherwise.
    const { remoteQueryConfig } = await prepareRetrieveQuery(
      {},
      { defaults: defaultStoreCartFields },
    );
    const { data }: { data: unknown[] } = await query.graph({
      entity: "cart",
      fields: remoteQueryConfig.fields,
      filters: { id: id ?? "" },
    });
    const { code, message, message_zh } = refused.body;
    const said = { code, message, message_zh, name: "Error", type };
    res.json({ type: "cart", cart: data[0], error: said });
  }
}

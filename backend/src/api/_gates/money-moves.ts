/** In front of Medusa's own routes by which the operator gives money back. */
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";

import { beginMoneyMove, orderOfPayment } from "../../workflows/order/move-money";

type Gate = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void>;

/** `POST /admin/payments/:id/refund` */
export const refundGate: Gate = async (req, res, next) => {
  const order_id = await orderOfPayment(req.scope, req.params.id ?? "");
  if (order_id) await guard(order_id, req, res);
  next();
};

/** `POST /admin/orders/:id/cancel`, which gives everything back. */
export const cancelGate: Gate = async (req, res, next) => {
  await guard(req.params.id ?? "", req, res);
  next();
};

/** Holds the order until the answer has gone out, or the caller has. */
async function guard(order_id: string, req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const end = await beginMoneyMove(req.scope, order_id);
  // NOTE: a lock that cannot be given back now is given back by its time.
  res.once("close", () => void end().catch(() => undefined));
}

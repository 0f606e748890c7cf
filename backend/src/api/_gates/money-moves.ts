/** In front of Medusa's own routes by which the operator gives money back, or takes back what moved it. */
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";

import { beginCancellation, type Cancellable } from "../../workflows/order/cancel-change";
import { cancelClaimWithoutReturnWorkflow } from "../../workflows/order/cancel-claim";
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

/** `POST /admin/claims/:id/cancel`, and the same of exchanges and returns. */
export function cancellationGate(kind: Cancellable): Gate {
  return async (req, res, next) => {
    const claim_id = req.params.id ?? "";
    const begun = await beginCancellation(req.scope, kind, claim_id);
    if (begun) holdWhileAnswering(begun.end, res);
    if (kind !== "claims" || !begun || begun.return_id !== null) {
      next();
      return;
    }
    const { order_id } = begun;
    await cancelClaimWithoutReturnWorkflow(req.scope).run({ input: { claim_id, order_id } });
    res.json({ claim: { id: claim_id, order_id } });
  };
}

/** Holds the order until the answer has gone out, or the caller has. */
async function guard(order_id: string, req: MedusaRequest, res: MedusaResponse): Promise<void> {
  holdWhileAnswering(await beginMoneyMove(req.scope, order_id), res);
}

function holdWhileAnswering(end: () => Promise<void>, res: MedusaResponse): void {
  // NOTE: a lock that cannot be given back now is given back by its time.
  res.once("close", () => void end().catch(() => undefined));
}

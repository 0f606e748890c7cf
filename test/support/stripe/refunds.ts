/** Money on its way back. */
import { invalid, missing } from "./failure";
import { type Form, metadataOf, textIn } from "./form";
import { newId, now_s } from "./ids";
import { listOf } from "./list";
import type { House, Refund } from "./state";

/** `POST /v1/refunds` */
export function createRefund(house: House, form: Form): Refund {
  const intent = house.intent(textIn(form.payment_intent));
  const isDisputed = [...house.disputes.values()].some(
    (one) => one.payment_intent === intent.id && !one.is_charge_refundable,
  );
  if (isDisputed) {
    const message = "This charge has been charged back; cannot issue a refund.";
    throw invalid(message, { code: "charge_disputed" });
  }
  const left = intent.amount_received - refundedOf(house, intent.id);
  const amount = form.amount === undefined ? left : Number(form.amount);
  if (left === 0 && intent.amount_received > 0) {
    const message = "The charge has already been refunded.";
    throw invalid(message, { code: "charge_already_refunded" });
  }
  if (!Number.isInteger(amount) || amount < 1) throw invalid("Invalid amount", { param: "amount" });
  if (amount > left) {
    const facts = { param: "amount" };
    throw invalid(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      facts,
    );
  }
  const refund: Refund = {
    id: newId("re"),
    object: "refund",
    amount,
    currency: intent.currency,
    payment_intent: intent.id,
    status: house.refundsBecome,
    metadata: metadataOf(form.metadata),
    created: now_s(),
  };
  house.refunds.set(refund.id, refund);
  house.tell(refund.status === "failed" ? "refund.failed" : "refund.created", refund);
  return refund;
}

function refundedOf(house: House, intent_id: string): number {
  return [...house.refunds.values()]
    .filter((one) => one.payment_intent === intent_id && one.status !== "failed")
    .reduce((sum, one) => sum + one.amount, 0);
}

/** `GET /v1/refunds?payment_intent=…` */
export function listRefunds(house: House, query: Form): object {
  return listOf(house.refunds.values(), query, "/v1/refunds");
}

/** `GET /v1/refunds/:id` */
export function findRefund(house: House, id: string): Refund {
  const found = house.refunds.get(id);
  if (!found) throw missing("refund", id);
  return found;
}

/** A bank that refuses a refund days later. */
export function failRefund(house: House, id: string): void {
  const refund = findRefund(house, id);
  refund.status = "failed";
  house.tell("refund.failed", refund);
}

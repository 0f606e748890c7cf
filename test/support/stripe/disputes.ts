/**
 * Disputes: a payer's bank asks, takes the money, and decides.
 *
 * @source https://docs.stripe.com/api/disputes/object, https://docs.stripe.com/disputes/how-disputes-work
 */
import type { Form } from "./form";
import { newId, now_s } from "./ids";
import { listOf } from "./list";
import type { Dispute, House } from "./state";

const WEEK_S = 7 * 86_400;

/** What a bank begins with. */
export interface Opening {
  amount?: number;
  reason?: string;
  /** The bank only asks; nothing is taken yet. */
  is_inquiry?: boolean;
}

/** A payer's bank disputes a payment. */
export function openDispute(house: House, intent_id: string, opening: Opening = {}): Dispute {
  const intent = house.intent(intent_id);
  const { amount = intent.amount_received, reason = "fraudulent", is_inquiry = false } = opening;
  const dispute: Dispute = {
    id: newId("du"),
    object: "dispute",
    amount,
    balance_transactions: [],
    charge: `ch_${intent_id.slice(3)}`,
    created: now_s(),
    currency: intent.currency,
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: {
      due_by: now_s() + WEEK_S,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: is_inquiry,
    livemode: false,
    metadata: {},
    payment_intent: intent_id,
    reason,
    status: is_inquiry ? "warning_needs_response" : "needs_response",
  };
  house.disputes.set(dispute.id, dispute);
  if (!is_inquiry) withdraw(dispute);
  house.tell("charge.dispute.created", dispute);
  if (!is_inquiry) house.tell("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/** What the house takes for a chargeback, in the smallest unit. */
const FEE = 10_500;

/** The money goes, and the house's fee with it; that stays even if the money comes back. */
function withdraw(dispute: Dispute): void {
  const { amount, currency } = dispute;
  dispute.balance_transactions.push({
    object: "balance_transaction",
    amount: -amount,
    currency,
    fee: FEE,
    net: -amount - FEE,
  });
}

/** The shop has handed in its evidence. */
export function answerDispute(house: House, id: string): void {
  const dispute = find(house, id);
  const isInquiry = dispute.status.startsWith("warning_");
  dispute.status = isInquiry ? "warning_under_review" : "under_review";
  dispute.evidence_details = {
    ...dispute.evidence_details,
    has_evidence: true,
    submission_count: dispute.evidence_details.submission_count + 1,
  };
  house.tell("charge.dispute.updated", dispute);
}

/** An inquiry becomes a chargeback, in the same dispute. */
export function escalateDispute(house: House, id: string): void {
  const dispute = find(house, id);
  dispute.status = "needs_response";
  dispute.is_charge_refundable = false;
  withdraw(dispute);
  house.tell("charge.dispute.updated", dispute);
  house.tell("charge.dispute.funds_withdrawn", dispute);
}

/** The bank decides. */
export function closeDispute(
  house: House,
  id: string,
  status: "won" | "lost" | "warning_closed",
): void {
  const dispute = find(house, id);
  dispute.status = status;
  dispute.evidence_details = { ...dispute.evidence_details, due_by: null };
  dispute.is_charge_refundable = status === "won" || status === "warning_closed";
  if (status === "won") house.tell("charge.dispute.funds_reinstated", dispute);
  house.tell("charge.dispute.closed", dispute);
}

/** `GET /v1/disputes?payment_intent=…` */
export function listDisputes(house: House, query: Form): object {
  return listOf(house.disputes.values(), query, "/v1/disputes");
}

function find(house: House, id: string): Dispute {
  const found = house.disputes.get(id);
  if (!found) throw new Error(`no dispute ${id}`);
  return found;
}

/** Chargebacks of a payment, as Stripe knows them now. Stripe calls them disputes. */
import type Stripe from "stripe";

import type { ChargebackState } from "../../contract/chargeback";
import { ask } from "./failures";
import type { ChargebacksHeard } from "./words";

/** Every chargeback of an intent. */
export async function chargebacksOf(
  stripe: Stripe,
  intent_id: string,
): Promise<ChargebacksHeard["chargebacks"]> {
  const wanted = { payment_intent: intent_id, limit: 100 };
  const disputes = await ask(() => stripe.disputes.list(wanted).autoPagingToArray({ limit: 1000 }));
  return disputes.map(({ id, amount, currency, reason, status, created, ...dispute }) => ({
    id,
    intent_id,
    amount_fen: amount,
    currency,
    reason,
    // A word that Stripe has learnt since stays open, so that somebody looks.
    state: states[status] ?? "under_review",
    is_inquiry: status.startsWith("warning_"),
    due_at: dispute.evidence_details.due_by ? instantOf(dispute.evidence_details.due_by) : null,
    opened_at: instantOf(created),
    fee: feeOf(dispute.balance_transactions),
  }));
}

const states: Readonly<Partial<Record<string, ChargebackState>>> = {
  warning_needs_response: "to_answer",
  warning_under_review: "under_review",
  warning_closed: "closed",
  needs_response: "to_answer",
  under_review: "under_review",
  won: "won",
  lost: "lost",
  prevented: "closed",
};

/** What Stripe keeps for its own work: taken with the money, perhaps given back with it. Null while it has taken nothing. */
function feeOf(
  moves: readonly Stripe.BalanceTransaction[],
): { amount: number; currency: string } | null {
  const [first] = moves;
  if (!first) return null;
  return { amount: moves.reduce((sum, { fee }) => sum + fee, 0), currency: first.currency };
}

function instantOf(at_s: number): string {
  return new Date(at_s * 1000).toISOString();
}

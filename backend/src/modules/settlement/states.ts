/** What a settlement may do next, and who may say so. Pure. */
import type { RefusalCode } from "../../contract/errors";
import type { Fen } from "../../contract/money";
import type { CooperativeRole } from "../../contract/roles";
import type { SettlementStatus, SettlementVerb } from "../../contract/settlement-words";

/** From which states a verb leads, and where to. */
export const ways: Record<
  SettlementVerb,
  { from: readonly SettlementStatus[]; to: SettlementStatus }
> = {
  submit: { from: ["draft"], to: "submitted" },
  approve: { from: ["submitted"], to: "approved" },
  send_back: { from: ["submitted", "approved"], to: "draft" },
  cancel: { from: ["draft", "submitted", "approved"], to: "canceled" },
};

/** States in which money may be on its way to households. */
export const payingStates: readonly SettlementStatus[] = ["approved", "exported"];

/** The rule of the place. */
export interface ApprovalRule {
  /** Above this sum two people with different roles. */
  approval_above_fen: Fen;
  /** Whether one person may do both up to that sum. */
  one_person_below: boolean;
}

/** Who prepares or approves. */
export interface Acting {
  id: string;
  role: CooperativeRole;
}

/** Whether a settlement of that sum takes two people. */
export function takesTwo(total_fen: Fen, rule: ApprovalRule): boolean {
  return total_fen > rule.approval_above_fen || !rule.one_person_below;
}

/** Roles that prepare, export and book. */
export function mayPrepare(role: CooperativeRole): boolean {
  return role !== "staff";
}

/**
 * Why somebody may not approve.
 *
 * @param total_fen whole fen of the settlement
 * @param preparer who prepared it, in the role of that time
 * @param approver who wants to approve
 * @returns null when the approval stands
 */
export function approvalRefusal(
  total_fen: Fen,
  preparer: Acting,
  approver: Acting,
  rule: ApprovalRule,
): RefusalCode | null {
  if (approver.role !== "manager") return "forbidden_action";
  if (!takesTwo(total_fen, rule)) return null;
  if (preparer.id === approver.id) return "same_person";
  return preparer.role === approver.role ? "settlement_same_role" : null;
}

/**
 * Why somebody may not take a step.
 *
 * @param settlement sum, preparer and status
 * @returns null when the step may be taken
 */
export function stepRefusal(
  verb: SettlementVerb,
  settlement: { status: SettlementStatus; total_fen: Fen; preparer: Acting },
  actor: Acting,
  rule: ApprovalRule,
): RefusalCode | null {
  if (!mayPrepare(actor.role)) return "forbidden_action";
  if (verb === "send_back" && actor.role !== "manager") return "forbidden_action";
  if (!ways[verb].from.includes(settlement.status)) return "state_conflict";
  if (verb !== "approve") return null;
  return approvalRefusal(settlement.total_fen, settlement.preparer, actor, rule);
}

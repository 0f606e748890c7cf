/** Who keeps the books of a cooperative, and who signs: the bookkeeper and the manager. */
import type { CooperativeRole } from "../../contract/roles";
import { refuse } from "../../refuse";
import { requireApproved } from "./_approved";

interface Member {
  status: string;
  role: CooperativeRole;
}

/** @throws refusal `cooperative_not_approved`, `forbidden_action` for staff */
export function requireKeeper(actor: Member): void {
  requireApproved(actor);
  if (actor.role === "staff") throw refuse("forbidden_action");
}

/** @throws refusal `cooperative_not_approved`, `forbidden_action` for anyone but a manager */
export function requireManager(actor: Member): void {
  requireApproved(actor);
  if (actor.role !== "manager") throw refuse("forbidden_action");
}

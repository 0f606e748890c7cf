/** Selling is for approved cooperatives: an applicant may only look at its own application. */
import { refuse } from "../../refuse";

/** @throws refusal `cooperative_not_approved` */
export function requireApproved(actor: { status: string }): void {
  if (actor.status !== "approved") throw refuse("cooperative_not_approved");
}

/** The deadlines of a quality complaint, as the rule pack says them. Pure. */
import { returnWindowDays, type RulePackContent } from "./pack";

/** Deadlines of one complaint, in days. */
export interface ComplaintRules {
  /** After the delivery, in which the buyer may complain. */
  window_days: number;
  /** For the seller's answer. */
  answer_days: number;
  /** For the buyer to take an answer to the operator. */
  appeal_days: number;
  /** For the operator's decision. */
  decision_days: number;
}

/** Where no rule says otherwise. */
const DAYS = { answer_days: 3, appeal_days: 7, decision_days: 7 };
/** The consumer law's days of return. */
const RETURN_DAYS = 7;

/**
 * The deadlines of a quality complaint.
 *
 * @param content null where no pack holds
 * @param goodsKind a kind of the pack, such as `fruit`
 * @returns where the pack says nothing, a buyer may complain as long as goods may come back, a day at least
 * @source Law on the Protection of Consumer Rights and Interests, article 25
 */
export function complaintRules(content: RulePackContent | null, goodsKind: string): ComplaintRules {
  const said = content?.complaint;
  const back = content === null ? RETURN_DAYS : Math.max(1, returnWindowDays(content, goodsKind));
  if (!said) return { window_days: back, ...DAYS };
  const { window_days, ...days } = said;
  return { window_days: window_days[goodsKind] ?? window_days.other ?? back, ...days };
}

/** Which questions the roll-ups can answer: by place, month or category, over all time, a year or a month. Pure. */
import type { SummaryQuery } from "../../contract/income";
import { isPast } from "./standing";

/** A question to the roll-ups. */
export interface RolledQuestion {
  group_by: "division" | "month" | "category";
  /** 0 for all time, yyyy or yyyymm. */
  period: number;
  /** An income category, or "" for all of them. */
  category: string;
  /** When set, the answer holds only while nothing was sold after this day. */
  not_after: string | null;
}

/** Digits at which the roll-ups keep sums. */
const DEPTHS = new Set([2, 4, 6, 9]);

/**
 * Turns a query into a question to the roll-ups.
 *
 * @param prefix division-code prefix
 * @param query as asked
 * @returns null when only the credits themselves can answer
 */
export function rolledQuestionOf(prefix: string, query: SummaryQuery): RolledQuestion | null {
  const { group_by, product_id, cooperative_id, household_id, category } = query;
  if (group_by !== "division" && group_by !== "month" && group_by !== "category") return null;
  if ([product_id, cooperative_id, household_id].some((filter) => filter !== undefined))
    return null;
  // Below a township are villages, few enough to be summed credit by credit.
  if (isPast(query) || !DEPTHS.has(prefix.length)) return null;
  if (group_by === "division" && prefix.length === 9) return null;
  const span = spanOf(query.from, query.to);
  return span && { group_by, category: category ?? "", ...span };
}

const FIRST_DAY = "2000-01-01";

function spanOf(
  from: string | undefined,
  to: string | undefined,
): Pick<RolledQuestion, "period" | "not_after"> | null {
  if (from === undefined || from <= FIRST_DAY) return { period: 0, not_after: to ?? null };
  if (to === undefined) return null;
  if (from.endsWith("-01-01") && from.slice(0, 4) === to.slice(0, 4)) {
    const year = { period: Number(from.slice(0, 4)), not_after: to };
    return to.endsWith("-12-31") ? { ...year, not_after: null } : year;
  }
  const isMonth = from.endsWith("-01") && from.slice(0, 7) === to.slice(0, 7);
  const last = new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5, 7)), 0)).getUTCDate();
  const period = Number(from.slice(0, 7).replace("-", ""));
  if (!isMonth) return null;
  return { period, not_after: Number(to.slice(8)) === last ? null : to };
}

/** Which county's books an official means. */
import { isWithin } from "../../contract/roles";
import { refuse } from "../../refuse";

/**
 * The county by its six digits: the one that the own area lies in, or for a city the one that is asked for.
 *
 * @param own the official's prefix
 * @param asked six digits, if any were given
 * @throws refusals `county_wanted` when the area has several and none is named, `not_found` when another is
 */
export function countyOf(own: string, asked: string | undefined): string {
  if (own.length >= 6) {
    if (asked !== undefined && asked !== own.slice(0, 6)) throw refuse("not_found");
    return own.slice(0, 6);
  }
  if (asked === undefined) throw refuse("county_wanted", { field: "county_code" });
  if (!isWithin(asked, own)) throw refuse("not_found");
  return asked;
}

/** Whether an area is a county or more, so that a county's figures are its own to see. */
export function seesCounty(own: string): boolean {
  return own.length <= 6;
}

/** "2026-11" as 202611. */
export function periodOf(month: string): number {
  return Number(month.replace("-", ""));
}

/** 202611 as "2026-11". */
export function monthOf(period: number): string {
  return `${Math.floor(period / 100).toString()}-${(period % 100).toString().padStart(2, "0")}`;
}

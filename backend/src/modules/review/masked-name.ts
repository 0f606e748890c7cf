/** A buyer's name as it may stand under a review. Pure. */

/**
 * The first sign of a name and two stars: 张三丰 is 张**, Anna is A**.
 *
 * @param name as on the parcel; null or blank when there is none
 * @returns null when nothing of the name can be shown
 */
export function maskedName(name: string | null): string | null {
  const [first] = Array.from((name ?? "").trim().normalize("NFC"));
  return first !== undefined && /\p{L}/u.test(first) ? `${first.toUpperCase()}**` : null;
}

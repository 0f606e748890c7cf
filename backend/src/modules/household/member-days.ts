/** Which days of a member contradict each other, today, or what happened before. Pure. */
import type { KeptMember, MemberEvent } from "./member-types";

/** A field that contradicts, and why, in both languages. */
export interface Contradiction {
  field: string;
  reason: string;
}

/** What a refusal says of it, each language by itself. */
export function factsOf({ field, reason: both }: Contradiction) {
  const [reason_zh = both, reason = both] = both.split(" / ");
  return { field, reason, reason_zh };
}

type Days = Pick<KeptMember, "id" | "birth_year" | "joined_on" | "left_on">;

/**
 * The first contradiction of a member's days.
 *
 * @param member as it would stand
 * @param events what happened to the household before
 * @param today the day in Shanghai; nothing is entered for a later one
 */
export function contradictionOf(
  member: Days,
  events: readonly Pick<MemberEvent, "kind" | "member_id" | "former_id" | "on">[],
  today: string,
): Contradiction | null {
  const { id, birth_year, joined_on, left_on } = member;
  if (joined_on > today) return of("joined_on", "不能晚于今天 / not after today");
  if (birth_year !== null && Number(joined_on.slice(0, 4)) < birth_year)
    return of("joined_on", "不能早于出生年份 / not before the year of birth");
  const heads = events.filter((one) => one.kind === "head");
  const became = heads.filter((one) => one.member_id === id).map((one) => one.on);
  if (became.some((on) => on < joined_on))
    return of("joined_on", "不能晚于成为户主之日 / not after the day of becoming head");
  if (left_on === null) return null;
  if (left_on > today) return of("left_on", "不能晚于今天 / not after today");
  if (left_on < joined_on) return of("left_on", "不能早于入户日 / not before the day of joining");
  const handedOver = heads.filter((one) => one.former_id === id).map((one) => one.on);
  if (handedOver.some((on) => on > left_on))
    return of("left_on", "不能早于交接户主之日 / not before another became head");
  return null;
}

/**
 * Why somebody cannot be head from a day on.
 *
 * @param member who is to be head, present
 * @param on from which day
 */
export function headContradiction(
  member: Pick<KeptMember, "joined_on">,
  on: string,
  events: readonly Pick<MemberEvent, "kind" | "on">[],
  today: string,
): Contradiction | null {
  if (on > today) return of("on", "不能晚于今天 / not after today");
  if (on < member.joined_on)
    return of("on", "不能早于新户主入户日 / not before the new head joined");
  if (events.some((one) => one.kind === "head" && one.on > on))
    return of("on", "不能早于上次变更户主 / not before the last change of head");
  return null;
}

function of(field: string, reason: string): Contradiction {
  return { field, reason };
}

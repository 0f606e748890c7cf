/** Refusals about the members of a household and its card. */

/** Status and sentences. */
export const householdMemberRefusals = {
  members_moved_on: [
    409,
    "家庭成员刚被改过，请重新打开后再办",
    "The members were changed a moment ago: open the file again",
  ],
  card_moved_on: [
    409,
    "银行卡或户主刚被改过，请重新打开后再办",
    "The card or the head was changed a moment ago: open the file again",
  ],
  member_known: [409, "该成员已在户内", "This person is a member already"],
  member_elsewhere: [409, "一个人只能在一户", "A person belongs to one household"],
  member_left: [409, "该成员已经离户", "This person has left already"],
  member_is_head: [
    409,
    "户主须先交接：请先变更户主",
    "This person is the head: name another head first",
  ],
} as const;

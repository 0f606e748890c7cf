/** What a change of a household's members is made of. */
import type { z } from "zod";

import type {
  memberCorrectionBodySchema,
  householdHeadBodySchema,
  memberLeavingBodySchema,
  householdMemberBodySchema,
  memberEventKinds,
} from "../../contract/household-member";

/** One change; each names the version that it was made on. */
export type MemberChange =
  | ({ kind: "joined" } & z.output<typeof householdMemberBodySchema>)
  | ({ kind: "left"; member_id: string } & z.output<typeof memberLeavingBodySchema>)
  | ({ kind: "head" } & z.output<typeof householdHeadBodySchema>)
  | ({ kind: "corrected"; member_id: string } & z.output<typeof memberCorrectionBodySchema>);

/** Who changes what, when. */
export interface ChangingMembers {
  household_id: string;
  change: MemberChange;
  by: { id: string; name: string };
  /** ISO instant. */
  at: string;
  /** The day in Shanghai: nothing is entered for a day that has not come. */
  today: string;
}

/** A member as kept. */
export interface KeptMember {
  id: string;
  name: string;
  relation: string;
  birth_year: number | null;
  id_number_sealed: string | null;
  id_number_masked: string | null;
  /** Equal for equal numbers; null without one. */
  id_number_mark: string | null;
  joined_on: string;
  left_on: string | null;
  left_reason: string | null;
}

/** A field of a member that changed; an ID number only masked. */
export interface MemberFieldChange {
  member_id: string;
  field: string;
  before: string | null;
  after: string | null;
}

/** Something that happened to the members, as kept. */
export interface MemberEvent {
  id: string;
  kind: (typeof memberEventKinds)[number];
  member_id: string;
  former_id: string | null;
  on: string;
  reason: string;
  note: string | null;
  changes: MemberFieldChange[];
  recorded_by: string;
  recorded_at: Date;
}

/** The members of a household and what happened to them, the newest first. */
export interface Membership {
  members: KeptMember[];
  events: MemberEvent[];
  version: number;
}

/** What the household module hands out. */
import type { recipientReasons, recipientRelations } from "../../contract/recipient";

/** What the public may know of a household. */
export interface HouseholdFace {
  id: string;
  alias: string;
  division_code: string;
}

/** One household in a list for officials; no private numbers. */
export interface HouseholdRow extends HouseholdFace {
  code: string;
  head_name: string;
  type: string;
  status: string;
  /** Members who share the household today. */
  member_count: number;
}

/** A person of a household. */
export interface HouseholdMember {
  id: string;
  name: string;
  relation: string;
  birth_year: number | null;
  joined_on: string;
  left_on: string | null;
}

/** A household's file as a screen may show it. */
export interface HouseholdFile extends HouseholdRow {
  tier: string | null;
  causes: string[];
  registered_on: string;
  id_number_masked: string | null;
  phone_masked: string | null;
  bank_card_masked: string | null;
  members: HouseholdMember[];
}

/** Which households to list. */
export interface HouseholdFilters {
  /** Part of a head's name, a code or an alias. */
  q?: string | undefined;
  type?: string | undefined;
  limit: number;
  offset: number;
}

/** Which public faces to list. */
export interface SupplierFilters {
  /** Division-code prefix. */
  scope: string;
  /** Only these. */
  ids?: readonly string[] | undefined;
  /** Part of an alias. */
  q?: string | undefined;
  limit: number;
  offset: number;
}

/** To whom a bank transfers: whose card the household has, as a screen shows it. */
export interface Payee {
  id: string;
  /** Of the card's owner, who was head when it was registered; without a card of the head. */
  head_name: string;
  card_masked: string | null;
  bank_name: string | null;
}

/** A payee with the card in full. */
export interface FullPayee extends Payee {
  card: string | null;
}

/** Who takes a household's money instead of its head. */
export interface Recipient {
  id: string;
  household_id: string;
  name: string;
  relation: (typeof recipientRelations)[number];
  card_masked: string;
  bank_name: string;
  reason: (typeof recipientReasons)[number];
  evidence: string;
  valid_from: string;
  valid_to: string;
  recorded_by: string;
  recorded_at: Date;
  ended_at: Date | null;
  ended_because: string | null;
}

/** A recipient with the card in full. */
export interface FullRecipient extends Recipient {
  card: string;
}

/** A recipient to record. */
export interface NewRecipient extends Pick<
  Recipient,
  | "household_id"
  | "name"
  | "relation"
  | "bank_name"
  | "reason"
  | "evidence"
  | "valid_from"
  | "valid_to"
> {
  bank_card: string;
  by: { id: string; name: string };
  /** ISO instant. */
  at: string;
}

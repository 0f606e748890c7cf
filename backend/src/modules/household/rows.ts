/** What the household module hands out. */
import type { cardReasons } from "../../contract/household-card";
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
  /** Of the card's owner, who was head when it was recorded; without a card of the head. */
  head_name: string;
  /** Null for the card that came with the registration. */
  card_id: string | null;
  card_masked: string | null;
  bank_name: string | null;
}

/** A payee with the card in full. */
export interface FullPayee extends Payee {
  card: string;
}

/** Which card of which household; null is the one of the registration. */
export interface CardOfHousehold {
  household_id: string;
  card_id: string | null;
}

/** A card of the household's own, as a screen shows it. */
export interface HouseholdCard {
  /** Null for the one that came with the registration. */
  id: string | null;
  owner: string | null;
  card_masked: string;
  bank_name: string | null;
  is_current: boolean;
  /** Money goes to nobody who has left. */
  owner_is_here: boolean;
  reason: (typeof cardReasons)[number] | null;
  evidence: string | null;
  recorded_by: string | null;
  recorded_at: Date | null;
  ended_at: Date | null;
}

/** All cards of a household, the newest first. */
export interface HouseholdCards {
  cards: HouseholdCard[];
  /** Whose a new one would be. */
  head: { member_id: string; name: string } | null;
  /** How many were recorded since the registration. */
  version: number;
}

/** A card to record. */
export interface NewCard {
  household_id: string;
  /** The head whom whoever records it has seen. */
  member_id: string;
  version: number;
  bank_card: string;
  bank_name: string;
  reason: (typeof cardReasons)[number];
  evidence: string;
  by: { id: string; name: string };
  /** ISO instant. */
  at: string;
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

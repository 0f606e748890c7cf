/** What the linkage module takes and gives. */
import type { Fen } from "../../contract/fen";
import type { EntryLinkage } from "../../contract/linkage";
import type { IncomeCategory } from "../../contract/words";

/** A contract to keep. */
export interface ContractInput {
  cooperative_id: string;
  household_id: string;
  alias: string;
  linkage: string;
  terms: string;
  starts_on: string;
  ends_on: string | null;
  prepared_by: string;
}

/** A contract. */
export interface Contract extends ContractInput {
  id: string;
}

/** An entry to prepare: everything that is frozen with it. */
export interface EntryDraft {
  cooperative_id: string;
  household_id: string;
  alias: string;
  division_code: string;
  contract_id: string | null;
  linkage: EntryLinkage;
  category: IncomeCategory;
  countable: boolean;
  rule_pack_id: string;
  /** YYYY-MM. */
  period: string;
  amount_fen: Fen;
  note: string;
  prepared_by: string;
}

/** An entry. */
export interface Entry extends EntryDraft {
  id: string;
  state: "prepared" | "approved" | "refused" | "reversed";
  reverses_id: string | null;
  reason: string | null;
  prepared_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  posted_at: Date | null;
}

/** A decision of a second member. */
export interface Decision {
  cooperative_id: string;
  entry_ids: readonly string[];
  state: "approved" | "refused";
  reason: string | null;
  decided_by: string;
  at: Date;
}

/** What a decision took hold of, in the order of the ids. */
export type Decided = readonly Entry[];

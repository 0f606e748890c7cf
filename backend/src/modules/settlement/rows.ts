/** What the settlement module takes and keeps. */
import type { Fen } from "../../contract/money";
import type { CooperativeRole } from "../../contract/roles";
import type { LineState, SettlementStatus } from "../../contract/settlement-words";

/** Who takes a step, as it is written down for good. */
export interface Person {
  id: string;
  name: string;
  role: CooperativeRole | "system" | "official";
}

/** Why a household's line stays out. */
export type LeftOut = "no_bank_card";

/** How a payee is shown and compared; the card itself stays in the household's file. */
export interface PayeeFace {
  payee_masked: string | null;
  payee_mark: string | null;
  card_masked: string | null;
  bank_name: string | null;
  /** Which of the household's own cards; null is the one of the registration, or a recipient's. */
  card_id: string | null;
  /** Set when somebody else than the head takes the money. */
  recipient_id: string | null;
  recipient_relation: string | null;
}

/** A credit and how much of it a line takes, whole fen. */
export interface Item {
  credit_id: string;
  amount_fen: Fen;
}

/** A household's line of a new settlement. */
export interface NewLine extends PayeeFace {
  household_id: string;
  alias: string;
  division_code: string;
  credits: readonly Item[];
  left_out: LeftOut | null;
}

/** A settlement to prepare. */
export interface NewSettlement {
  cooperative_id: string;
  /** Of the cooperative's seat. */
  division_code: string;
  from_on: string | null;
  to_on: string;
  lines: readonly NewLine[];
  by: Person;
  at: string;
}

/** The head of a settlement, as steps need it. */
export interface SettlementHead {
  id: string;
  cooperative_id: string;
  division_code: string;
  number: string;
  status: SettlementStatus;
  total_fen: Fen;
  prepared_by: string;
  prepared_role: CooperativeRole;
}

/** A line with its credits. */
export interface Line {
  id: string;
  settlement_id: string;
  cooperative_id: string;
  household_id: string;
  alias: string;
  card_id: string | null;
  /** Who takes the money instead of the head. */
  recipient_id: string | null;
  recipient_relation: string | null;
  amount_fen: Fen;
  reference: string;
  state: LineState;
  position: number;
  voucher_id: string | null;
  booked_fen: Fen | null;
  pay_seq: number | null;
  reason: string | null;
  returned_on: string | null;
  credits: Item[];
}

/** The bank's voucher of a transfer. */
export interface Voucher {
  id: string;
  bank: string;
  reference: string;
  paid_on: string;
  booked_at: string;
}

/** A voucher to book. */
export interface NewVoucher {
  cooperative_id: string;
  settlement_id: string;
  /** Only these lines; all that are pending when not given. */
  line_ids?: readonly string[] | undefined;
  /** As the bank shows it; must be the sum of the lines. */
  amount_fen: Fen;
  bank: string;
  reference: string;
  paid_on: string;
  file_id?: string | undefined;
  by: Person;
  at: string;
}

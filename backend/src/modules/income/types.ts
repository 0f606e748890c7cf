/** What the ledger takes and gives. Amounts are whole fen; ids are those of Medusa or of our rooms. */
import type { Fen } from "../../contract/money";
import type { CreditState, IncomeCategory } from "../../contract/words";

export * from "./reversal-types";

/** A household behind a lot, as the terms of the sale name it. */
export interface Contributor {
  household_id: string;
  alias: string;
  division_code: string;
  weight_g: number;
  linkage: string;
  category: IncomeCategory;
}

/** The rule in force at the sale. */
export interface LineTerms {
  cooperative_id: string;
  cooperative_name: string;
  lot_code: string;
  service_ppm: number;
  platform_ppm: number;
  packing_fen: Fen;
  freight_fen: Fen;
  contributors: readonly Contributor[];
}

/** One order line at the sale; `terms` is null for goods that no household stands behind. */
export interface SaleLine {
  order_line_id: string;
  product_id: string | null;
  product_title: string;
  quantity: number;
  /** What the line weighs in the total, in millionths of a yuan, discounts taken off, tax apart. */
  weight_micro: number;
  return_days: number;
  terms: LineTerms | null;
}

/** A sale to freeze. */
export interface Sale {
  order_id: string;
  sold_at: string;
  total_fen: Fen;
  shipping_micro: number;
  tax_micro: number;
  lines: readonly SaleLine[];
}

/** Kinds of parts that a sale is divided into. */
export type LeafPart =
  | "household"
  | "service"
  | "packing"
  | "freight"
  | "platform"
  | "shipping"
  | "tax"
  | "unattributed";

/** The smallest part of a sale: so much of this line for this owner. */
export interface Leaf {
  id: string;
  order_line_id: string | null;
  part: LeafPart;
  owner_id: string;
  credit_id: string | null;
  /** What the leaf may hold: frozen at the sale, less what an order change took off before it was paid. */
  amount_fen: Fen;
}

/** A leaf with what was captured for it and reversed from it so far. */
export interface LeafStanding extends Leaf {
  captured_fen: Fen;
  reversed_fen: Fen;
}

/** A credit as frozen at the sale. */
export interface FrozenCredit {
  id: string;
  order_line_id: string;
  household_id: string;
  alias: string;
  division_code: string;
  linkage: string;
  category: IncomeCategory;
  weight_g: number;
  share_ppm: number;
  gross_fen: Fen;
  service_fen: Fen;
  packing_fen: Fen;
  freight_fen: Fen;
  platform_fen: Fen;
  net_fen: Fen;
}

/** A line as frozen. */
export interface FrozenLine extends SaleLine {
  paid_fen: Fen;
}

/** A sale divided to the last fen. */
export interface FrozenSale {
  lines: readonly FrozenLine[];
  leaves: readonly Leaf[];
  credits: readonly FrozenCredit[];
}

/** What a credit holds in each state. */
export type StateBalances = Record<CreditState, Fen>;

/** What a transaction is. */
export const transactionKinds = [
  "capture",
  "refund",
  "accept",
  "settle",
  "pay",
  "confirm",
  "entry",
  "entry_reversal",
  "bounce",
  "amend",
  "claim",
] as const;
/** What a transaction is. */
export type TransactionKind = (typeof transactionKinds)[number];

/** The head of a transaction. */
export interface TransactionHead {
  key: string;
  hash: string;
  kind: TransactionKind;
  order_id: string | null;
  payment_id: string | null;
  source_id: string | null;
  amount_fen: Fen;
  cause: string;
  reverses_seq?: number;
  occurred_at: string;
  facts: object;
  /** Number of this capture, refund or amendment within its order; the database refuses the same number twice. */
  movement_no?: number;
  /** Versions of the balances that the legs were computed on. */
  seen?: Readonly<Record<string, number>>;
}

/** One leg of a transaction. */
export interface Posting {
  account_id: string;
  kind: string;
  owner_id: string;
  state: CreditState | null;
  order_id: string | null;
  leaf_id: string | null;
  credit_id: string | null;
  amount_fen: Fen;
}

/** What posting answers. */
export interface Posted {
  seq: number;
  replayed: boolean;
}

/** A move of credits from one state to the next. */
export interface Move {
  /** Names the cause: which delivery, which voucher, which page. */
  key: string;
  kind: "accept" | "settle" | "pay" | "confirm" | "bounce";
  from: CreditState;
  to: CreditState;
  at: string;
  order_id: string | null;
  cause: string;
  facts: Record<string, string | number>;
}

/** Which credits a move takes. */
export interface CreditFilter {
  order_id?: string;
  entry_id?: string;
  order_line_ids?: readonly string[];
  credit_ids?: readonly string[];
  household_id?: string;
  cooperative_id?: string;
  /** Only credits whose return window ends at or before this instant. */
  settles_by?: string;
}

/** What a move did. */
export interface Moved {
  moved: number;
  amount_fen: Fen;
}

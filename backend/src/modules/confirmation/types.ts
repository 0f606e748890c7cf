/** What the confirmation module takes and gives. */
import type { ConfirmationMethod } from "../../contract/confirmation";
import type { Fen } from "../../contract/fen";

/** The money that a piece of evidence is about. */
export interface Promised {
  credit_ids: string[];
  amount_fen: Fen;
}

/** A piece of evidence: a signed page, or a code that only the household has. */
export interface Evidence {
  id: string;
  household_id: string;
  method: ConfirmationMethod;
  /** SHA-256 of the photograph of a page, in hex. */
  page_sha256: string | null;
  credit_ids: string[];
  amount_fen: Fen;
  made_at: Date;
  expires_at: Date | null;
}

/** By what a household confirms. */
export type Claim =
  | ({ method: "page"; household_id: string; page_id: string; at: Date } & Promised)
  | { method: "sms_code" | "passbook_code"; household_id: string; code: string; at: Date };

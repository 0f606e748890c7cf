/** The rows of the tables as the driver hands them over. */
import { z } from "zod";

import { entryLinkages, entryStates } from "../../contract/linkage";
import { incomeCategories } from "../../contract/words";

/** What the driver answers. */
export interface Rows {
  rows: unknown[];
}

/** A contract. */
export const contractRow = z.object({
  id: z.string(),
  cooperative_id: z.string(),
  household_id: z.string(),
  alias: z.string(),
  linkage: z.string(),
  terms: z.string(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  prepared_by: z.string(),
});

/** An entry. */
export const entryRow = z.object({
  id: z.string(),
  cooperative_id: z.string(),
  household_id: z.string(),
  alias: z.string(),
  division_code: z.string(),
  contract_id: z.string().nullable(),
  linkage: z.enum(entryLinkages),
  category: z.enum(incomeCategories),
  countable: z.boolean(),
  rule_pack_id: z.string(),
  period: z.string(),
  amount_fen: z.coerce.number().int(),
  note: z.string(),
  prepared_by: z.string(),
  state: z.enum(entryStates),
  reverses_id: z.string().nullable(),
  reason: z.string().nullable(),
  prepared_at: z.date(),
  decided_by: z.string().nullable(),
  decided_at: z.date().nullable(),
  posted_at: z.date().nullable(),
});

/** The columns of a contract. */
export const CONTRACT = `id, cooperative_id, household_id, alias, linkage, terms, prepared_by,
  to_char(starts_on, 'YYYY-MM-DD') as starts_on, to_char(ends_on, 'YYYY-MM-DD') as ends_on`;

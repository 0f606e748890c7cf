/** The SQL by which a piece of evidence is taken for a confirmation. The caller holds the household's lock. */
import { timingSafeEqual } from "node:crypto";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { confirmationMethods } from "../../contract/confirmation";
import { refuse } from "../../refuse";
import { codeHash, MAX_WRONG, WINDOW_S } from "./code";
import type { Claim, Evidence } from "./types";

/** What the driver answers. */
export interface Rows {
  rows: unknown[];
}

const evidenceRow = z.object({
  id: z.string(),
  household_id: z.string(),
  method: z.enum(confirmationMethods),
  page_sha256: z.string().nullable(),
  code_hash: z.string().nullable(),
  credit_ids: z.array(z.string()),
  amount_fen: z.coerce.number().int(),
  made_at: z.date(),
  expires_at: z.date().nullable(),
  voided_at: z.date().nullable(),
  used_at: z.date().nullable(),
});

/**
 * Takes the evidence that a code stands for.
 *
 * @param key of the server
 * @returns null for a wrong code, which is counted
 * @throws refusal `code_used`, `code_expired`, `too_many_attempts`
 */
export async function claimCode(
  trx: Knex.Transaction,
  claim: Extract<Claim, { code: string }>,
  key: string,
): Promise<Evidence | null> {
  const { household_id, method, code, at } = claim;
  const wrong = await trx.raw<Rows>(
    `select count(*)::int as n from confirmation_failure where household_id = ? and at > ?`,
    [household_id, since(at)],
  );
  if (countOf(wrong.rows) >= MAX_WRONG) throw refuse("too_many_attempts");
  const { rows } = await trx.raw<Rows>(
    `select * from confirmation_evidence where household_id = ? and method = ? order by made_at desc limit 50`,
    [household_id, method],
  );
  const given = Buffer.from(codeHash(household_id, code, key));
  const found = z
    .array(evidenceRow)
    .parse(rows)
    .find((one) => timingSafeEqual(Buffer.from(one.code_hash ?? ""), given));
  if (!found) {
    await trx.raw(`insert into confirmation_failure (household_id, at) values (?, ?)`, [
      household_id,
      at,
    ]);
    return null;
  }
  if (found.used_at) throw refuse("code_used", { field: "code" });
  const isOver = found.voided_at !== null || (found.expires_at?.getTime() ?? 0) < at.getTime();
  if (isOver) throw refuse("code_expired", { field: "code" });
  await trx.raw(`update confirmation_evidence set used_at = ? where id = ?`, [at, found.id]);
  return found;
}

/**
 * Takes a signed page for the money that it is about.
 *
 * @throws refusal `page_unknown`, `page_used` also when the same photograph was used for another household
 */
export async function claimPage(
  trx: Knex.Transaction,
  { household_id, page_id, at, credit_ids, amount_fen }: Extract<Claim, { method: "page" }>,
): Promise<Evidence> {
  const { rows } = await trx.raw<Rows>(
    `select e.*, exists (select 1 from confirmation_evidence o
              where o.page_sha256 = e.page_sha256 and o.used_at is not null) as is_known
       from confirmation_evidence e where id = ? and household_id = ? and method = 'page'`,
    [page_id, household_id],
  );
  const [page] = z.array(evidenceRow.extend({ is_known: z.boolean() })).parse(rows);
  if (!page) throw refuse("page_unknown", { field: "page_id" });
  if (page.is_known) throw refuse("page_used", { field: "page_id" });
  await trx.raw(
    `update confirmation_evidence set used_at = ?, credit_ids = ?, amount_fen = ? where id = ?`,
    [at, credit_ids, amount_fen, page_id],
  );
  return { ...page, credit_ids, amount_fen };
}

/** The beginning of the window in which tries count. */
export function since(at: Date): Date {
  return new Date(at.getTime() - WINDOW_S * 1000);
}

/** The one count of an answer. */
export function countOf(rows: unknown[]): number {
  return z.array(z.object({ n: z.coerce.number().int() })).parse(rows)[0]?.n ?? 0;
}

/** One household paid at once: prepared, approved and vouchered in one transaction, where the rule lets one person. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { Fen } from "../../contract/money";
import { refuse } from "../../refuse";
import { insertSettlement, writeStep, type Rows } from "./register";
import type { NewSettlement } from "./rows";
import { insertVoucher } from "./voucher";

/** The bank's side of it. */
export interface AtOnce {
  amount_fen: Fen;
  bank: string;
  reference: string;
  paid_on: string;
}

/** A payment of one household that was booked under a reference before. */
export interface KnownPayment {
  settlement_id: string;
  amount_fen: Fen;
  credits: number;
}

/**
 * The payment of a reference.
 *
 * @throws refusal `voucher_reused` when the reference stands for something else
 */
export async function knownPayment(
  pg: Knex,
  cooperative_id: string,
  household_id: string,
  { amount_fen, bank, reference, paid_on }: AtOnce,
): Promise<KnownPayment | null> {
  const found = await pg.raw<Rows<KnownPayment & { same: boolean }>>(
    `select v.settlement_id, v.amount_fen::float8 as amount_fen,
       (select count(*)::int from settlement_item i join settlement_line l on l.id = i.line_id where l.voucher_id = v.id) as credits,
       v.bank = ? and v.paid_on = ?::date and v.amount_fen = ?
         and exists (select 1 from settlement_line l where l.voucher_id = v.id and l.household_id = ?) as same
     from transfer_voucher v where v.cooperative_id = ? and v.reference = ?`,
    [bank, paid_on, amount_fen, household_id, cooperative_id, reference],
  );
  const [known] = found.rows;
  if (known && !known.same) throw refuse("voucher_reused", { field: "reference" });
  return known ?? null;
}

/** Writes a settlement of one line as approved, with its voucher. @returns id of the settlement */
export async function insertAtOnce(
  trx: Knex.Transaction,
  draft: NewSettlement,
  voucher: AtOnce,
): Promise<string> {
  const { id: settlement_id } = await insertSettlement(trx, draft);
  const { by, at, cooperative_id } = draft;
  await trx.raw(`update settlement set status = 'approved', approved_by = ? where id = ?`, [
    by.id,
    settlement_id,
  ]);
  await writeStep(trx, { settlement_id, verb: "approve", by, at });
  await insertVoucher(trx, { ...voucher, cooperative_id, settlement_id, by, at });
  return settlement_id;
}

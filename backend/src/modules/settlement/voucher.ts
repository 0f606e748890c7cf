/** A bank's voucher: one reference, one transfer, the lines that it pays. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import { refuse } from "../../refuse";
import { lockPaying, pendingLines } from "./booking";
import { isDuplicate, writeStep, type Rows } from "./register";
import type { NewVoucher } from "./rows";

/** A voucher that was booked under a reference before. */
export async function knownVoucher(
  pg: Knex,
  { cooperative_id, reference, settlement_id, bank, paid_on, amount_fen }: NewVoucher,
): Promise<string | null> {
  const found = await pg.raw<Rows<{ id: string; same: boolean }>>(
    `select id, settlement_id = ? and bank = ? and paid_on = ?::date and amount_fen = ? as same
     from transfer_voucher where cooperative_id = ? and reference = ?`,
    [settlement_id, bank, paid_on, amount_fen, cooperative_id, reference],
  );
  const [known] = found.rows;
  if (known && !known.same) throw refuse("voucher_reused", { field: "reference" });
  return known?.id ?? null;
}

/**
 * Writes a voucher and marks its lines as being booked.
 *
 * @throws refusal `not_found`, `state_conflict`, `nothing_payable`, `line_not_pending`, `amount_differs`, `voucher_reused`
 */
export async function insertVoucher(trx: Knex.Transaction, voucher: NewVoucher): Promise<string> {
  const { cooperative_id, settlement_id, line_ids, by, at } = voucher;
  await lockPaying(trx, cooperative_id, settlement_id);
  const known = await knownVoucher(trx, voucher);
  if (known) return known;
  const lines = await pendingLines(trx, settlement_id, line_ids);
  if (lines.length === 0) throw refuse("nothing_payable");
  if (line_ids && lines.length < new Set(line_ids).size) throw refuse("line_not_pending");
  const due_fen = lines.reduce((sum, line) => sum + line.amount_fen, 0);
  if (due_fen !== voucher.amount_fen)
    throw refuse("amount_differs", { field: "amount_fen", due_fen });
  const id = generateEntityId(undefined, "tvch");
  try {
    await trx.raw(
      `insert into transfer_voucher (id, cooperative_id, settlement_id, bank, reference, paid_on, amount_fen, line_count,
         file_id, booked_by, booked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[id, cooperative_id, settlement_id, voucher.bank, voucher.reference, voucher.paid_on],
        ...[due_fen, lines.length, voucher.file_id ?? null, by.id, at],
      ],
    );
  } catch (error) {
    if (isDuplicate(error)) throw refuse("voucher_reused", { field: "reference" });
    throw error;
  }
  await trx.raw(
    `update settlement_line set state = 'booking', voucher_id = ?, changed_at = ? where id = any(?::text[])`,
    [id, at, lines.map((line) => line.id)],
  );
  await writeStep(trx, { settlement_id, verb: "book", by, reason: voucher.reference, at });
  return id;
}

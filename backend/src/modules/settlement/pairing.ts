/** A person pairs a row of the bank with a line, or with a voucher of many lines, to the same fen. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { CooperativeRole } from "../../contract/roles";
import { refuse } from "../../refuse";
import { OPEN_LINES, OPEN_ROWS, dropProposals, lockBank } from "./matching";
import { isDuplicate, type Rows } from "./register";
import { takesTwo, type ApprovalRule } from "./states";

/** Vouchers of many lines of which none has an answer yet. */
const OPEN_VOUCHERS = `
  select w.* from transfer_voucher w where w.cooperative_id = :cooperative_id and w.line_count > 1
    and not exists (select 1 from bank_match m where m.state in ('matched', 'confirmed') and (m.voucher_id = w.id
      or m.line_id in (select l.id from settlement_line l where l.voucher_id = w.id)))`;

/** Lines and vouchers of the amount of a row; `line_id` or `voucher_id` is null. */
export const CANDIDATES = `
  select l.id as line_id, cast(null as text) as voucher_id from (${OPEN_ROWS}) r
    join (${OPEN_LINES}) l on l.amount_fen = r.out_fen where r.id = :row_id
  union all
  select null, w.id from (${OPEN_ROWS}) r join (${OPEN_VOUCHERS}) w on w.amount_fen = r.out_fen where r.id = :row_id`;

/** What a person pairs, and why. */
export interface HandPairing {
  cooperative_id: string;
  row_id: string;
  /** A line, or a voucher that pays many. */
  line_id: string;
  reason: string;
  rule: ApprovalRule;
  by: { id: string; name: string; role: CooperativeRole };
  at: string;
}

/**
 * Pairs them; above the sum of the rule it is a proposal that a person with another role confirms.
 *
 * @returns how far the pair is
 * @throws refusal `not_found`, `pair_unfit`, `match_decided`
 */
export async function pairByHand(
  trx: Knex.Transaction,
  pairing: HandPairing,
): Promise<"proposed" | "confirmed"> {
  const { cooperative_id, row_id, line_id, reason, rule, by, at } = pairing;
  await lockBank(trx, cooperative_id);
  const amount_fen = await amountOf(trx, pairing);
  const found = await trx.raw<Rows<{ line_id: string | null; voucher_id: string | null }>>(
    `select * from (${CANDIDATES}) c where c.line_id = :line_id or c.voucher_id = :line_id`,
    { cooperative_id, row_id, line_id },
  );
  const [pair] = found.rows;
  if (!pair) throw refuse("pair_unfit");
  const state = takesTwo(amount_fen, rule) ? "proposed" : "confirmed";
  const decided = state === "confirmed" ? [by.id, at] : [null, null];
  const written = await writePair(trx, [
    ...[generateEntityId(undefined, "bm"), cooperative_id, row_id, pair.line_id, pair.voucher_id],
    ...[state, by.id, by.role, by.name, reason, at, ...decided],
  ]);
  if (!written) throw refuse("match_decided");
  if (state === "confirmed") await dropProposals(trx, cooperative_id);
  return state;
}

/** A pair that was rejected, or proposed by the machine, may be paired by hand; no other. */
async function writePair(
  trx: Knex.Transaction,
  values: readonly (string | null)[],
): Promise<boolean> {
  try {
    const { rows } = await trx.raw<Rows<unknown>>(
      `insert into bank_match (id, cooperative_id, row_id, line_id, voucher_id, state, basis, made_by, made_role,
         made_name, reason, made_at, decided_by, decided_at)
       values (?, ?, ?, ?, ?, ?, 'manual', ?, ?, ?, ?, ?, ?, ?)
       on conflict (row_id, coalesce(line_id, voucher_id)) do update set state = excluded.state, basis = 'manual',
         made_by = excluded.made_by, made_role = excluded.made_role, made_name = excluded.made_name,
         reason = excluded.reason, made_at = excluded.made_at, decided_by = excluded.decided_by,
         decided_at = excluded.decided_at
       where bank_match.state = 'rejected' or (bank_match.state = 'proposed' and bank_match.basis <> 'manual')
       returning 1`,
      [...values],
    );
    return rows.length > 0;
  } catch (error) {
    if (isDuplicate(error)) throw refuse("match_decided");
    throw error;
  }
}

/** What the row paid. @throws refusal `not_found` for what is not the cooperative's */
async function amountOf(
  trx: Knex.Transaction,
  { cooperative_id, row_id, line_id }: HandPairing,
): Promise<number> {
  const { rows } = await trx.raw<Rows<{ out_fen: string }>>(
    `select r.out_fen from bank_row r where r.id = :row_id and r.cooperative_id = :cooperative_id
       and (exists (select 1 from settlement_line l where l.id = :line_id and l.cooperative_id = :cooperative_id)
         or exists (select 1 from transfer_voucher w where w.id = :line_id and w.cooperative_id = :cooperative_id))`,
    { cooperative_id, row_id, line_id },
  );
  const [row] = rows;
  if (!row) throw refuse("not_found");
  return Number(row.out_fen);
}

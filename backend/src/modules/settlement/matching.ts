/** Which row of a bank answers which line: sure by reference and amount, proposed by amount, payee and day. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { refuse } from "../../refuse";
import { isDuplicate, type Rows } from "./register";
import type { Acting } from "./states";

/** A transfer shows at the bank at most so many days before and after the day that people wrote down. */
const DAYS_BEFORE = 3;
const DAYS_AFTER = 10;

const ANSWERED = "('matched', 'confirmed')";

/** Rows that pay something and answer nothing yet. */
export const OPEN_ROWS = `
  select r.* from bank_row r where r.cooperative_id = :cooperative_id and r.out_fen > 0
    and not exists (select 1 from bank_match m where m.row_id = r.id and m.state in ${ANSWERED})`;

/** Lines on their way to a household that no row answers, alone or by the voucher that pays many. */
export const OPEN_LINES = `
  select l.*, s.created_at as prepared_at, v.paid_on from settlement_line l
  join settlement s on s.id = l.settlement_id and s.status in ('approved', 'exported', 'closed')
  left join transfer_voucher v on v.id = l.voucher_id
  where l.cooperative_id = :cooperative_id and l.state in ('pending', 'booking', 'paid', 'returning', 'returned')
    and not exists (select 1 from bank_match m where m.state in ${ANSWERED}
      and (m.line_id = l.id or m.voucher_id = l.voucher_id))`;

/** The reference of the line stands in the remark and the amount is the same. */
const BY_REFERENCE = `
  select distinct on (r.id) r.id as row_id, l.id as line_id, null as voucher_id, 'reference' as basis
  from (${OPEN_ROWS}) r join (${OPEN_LINES}) l on l.reference_key = r.reference_key and l.amount_fen = r.out_fen
  order by r.id, l.id`;

/** One transfer for many lines: the bank's number of the voucher and its sum. */
const BY_VOUCHER = `
  select distinct on (r.id) r.id as row_id, null as line_id, v.id as voucher_id, 'voucher' as basis
  from (${OPEN_ROWS}) r
  join transfer_voucher v on v.cooperative_id = :cooperative_id and v.amount_fen = r.out_fen
    and (v.reference = r.serial or position(v.reference in coalesce(r.remark, '')) > 0)
  where not exists (select 1 from bank_match m where m.state in ${ANSWERED} and (m.voucher_id = v.id
    or m.line_id in (select l.id from settlement_line l where l.voucher_id = v.id)))
  order by r.id, v.id`;

/** Same amount, same card or same name, near in time; a pair that was rejected stays rejected. */
const LIKELY = `
  select r.id as row_id, l.id as line_id, null as voucher_id,
    case when l.card_masked is not null and right(l.card_masked, 4) = r.last4 then 'card' else 'name' end as basis
  from (${OPEN_ROWS}) r join (${OPEN_LINES}) l on l.amount_fen = r.out_fen
    and (right(l.card_masked, 4) = r.last4 or l.payee_mark = r.payee_mark)
    and r.booked_on between coalesce(l.paid_on, (l.prepared_at at time zone 'Asia/Shanghai')::date) - ${DAYS_BEFORE}
      and coalesce(l.paid_on, (now() at time zone 'Asia/Shanghai')::date) + ${DAYS_AFTER}`;

/**
 * Finds matches among everything of a cooperative that has no answer yet.
 *
 * @returns how many pairs are sure and how many wait for a person
 */
export async function findMatches(
  trx: Knex.Transaction,
  cooperative_id: string,
  at: string,
): Promise<{ matched: number; proposed: number }> {
  await lockBank(trx, cooperative_id);
  let matched = 0;
  for (const pairs of [BY_REFERENCE, BY_VOUCHER])
    matched += await insertPairs(trx, { pairs, state: "matched", cooperative_id, at });
  await dropProposals(trx, cooperative_id);
  const proposed = await insertPairs(trx, { pairs: LIKELY, state: "proposed", cooperative_id, at });
  return { matched, proposed };
}

/** Two imports or pairings at once would find the same pairs: one after the other. */
export async function lockBank(trx: Knex.Transaction, cooperative_id: string): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 12))", [
    `bank:${cooperative_id}`,
  ]);
}

interface Insertion {
  pairs: string;
  state: "matched" | "proposed";
  cooperative_id: string;
  at: string;
}

async function insertPairs(
  trx: Knex.Transaction,
  { pairs, state, cooperative_id, at }: Insertion,
): Promise<number> {
  const found = await trx.raw<{ rowCount: number }>(
    `insert into bank_match (id, cooperative_id, row_id, line_id, voucher_id, state, basis, made_at)
     select :prefix || '_' || md5(p.row_id || coalesce(p.line_id, p.voucher_id)), :cooperative_id, p.row_id, p.line_id,
       p.voucher_id, :state, p.basis, cast(:at as timestamptz)
     from (${pairs}) p on conflict do nothing`,
    { prefix: "bm", cooperative_id, state, at },
  );
  return found.rowCount;
}

/** A proposal whose row or line has found its answer elsewhere is none any more. */
export async function dropProposals(trx: Knex.Transaction, cooperative_id: string): Promise<void> {
  await trx.raw(
    `delete from bank_match p using bank_match m
     where p.cooperative_id = ? and p.state = 'proposed' and m.id <> p.id and m.state in ${ANSWERED}
       and (m.row_id = p.row_id or m.line_id = p.line_id
         or m.voucher_id = (select l.voucher_id from settlement_line l where l.id = p.line_id))`,
    [cooperative_id],
  );
}

interface Match {
  state: string;
  /** Who paired it by hand; null for what the machine proposes. */
  made_by: string | null;
  made_role: string | null;
}

/** What a person says of a proposal. */
export interface MatchDecision {
  cooperative_id: string;
  match_id: string;
  decision: "confirm" | "reject";
  by: Acting;
  at: string;
}

/**
 * Confirms or rejects; what one person paired by hand is confirmed by another one in another role.
 *
 * @throws refusal `not_found`, `match_decided`, `same_person`, `settlement_same_role`
 */
export async function decideMatch(trx: Knex.Transaction, said: MatchDecision): Promise<void> {
  const found = await trx.raw<Rows<Match>>(
    `select state, made_by, made_role from bank_match where id = ? and cooperative_id = ? for update`,
    [said.match_id, said.cooperative_id],
  );
  const [match] = found.rows;
  if (!match) throw refuse("not_found");
  if (match.state !== "proposed") throw refuse("match_decided");
  if (said.decision === "confirm" && match.made_by !== null) {
    if (match.made_by === said.by.id) throw refuse("same_person");
    if (match.made_role === said.by.role) throw refuse("settlement_same_role");
  }
  try {
    await trx.raw(`update bank_match set state = ?, decided_by = ?, decided_at = ? where id = ?`, [
      said.decision === "confirm" ? "confirmed" : "rejected",
      said.by.id,
      said.at,
      said.match_id,
    ]);
  } catch (error) {
    // Another proposal of the same row or line was confirmed at the same moment.
    if (isDuplicate(error)) throw refuse("match_decided");
    throw error;
  }
  if (said.decision === "confirm") await dropProposals(trx, said.cooperative_id);
}

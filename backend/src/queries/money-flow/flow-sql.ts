/**
 * SQL of a month's money: every leg that belongs to an area, or to the whole ledger, and the band of the
 * picture that it is part of. `:month` is the accounting month as yyyymm, `:prefix` the area.
 */
import { COUNTER_KINDS, legsOf, MOVES } from "../ledger/legs-sql";

/** A leg that faces the households' side: buyers, what a payroll is taken from, what stands outside a leaf. */
const IS_COUNTER = `(account_kind(p.account_id) in ${COUNTER_KINDS} or (p.leaf_id is null and p.credit_id is null))`;

/** The legs of one area, and beside them the part of the other side that balances each transaction. */
const AREA = `
${legsOf("b.division_code like :prefix || '%'")},
counter as (
  select r.seq, coalesce(k.leg, 0) as leg, coalesce(k.account_id, 'elsewhere') as account_id, null::text as credit_id,
         null::text as leaf_id, null::text as category, null::text as household_id,
         coalesce(k.amount_fen, 0) as amount_fen, cast(-r.share_fen as bigint) as share_fen
    from (select seq, sum(share_fen) as share_fen from legs group by seq having sum(share_fen) <> 0) r
    left join lateral (
      select p.leg, p.account_id, p.amount_fen from ledger_posting p
       where p.transaction_seq = r.seq and ${IS_COUNTER}
       order by account_kind(p.account_id) in ${COUNTER_KINDS} desc, p.leg limit 1) k on true),
all_legs as (select * from legs union all select * from counter)`;

/** Every leg of the ledger, the counterparts among them. */
const WHOLE = `
all_legs as (
  select p.transaction_seq as seq, p.leg, p.account_id, p.credit_id, p.leaf_id, b.category, b.household_id,
         p.amount_fen, p.amount_fen as share_fen
    from ledger_posting p left join credit_balance b on b.credit_id = p.credit_id)`;

/** Common table expressions up to `all_legs`. */
export function allLegs(isWhole: boolean): string {
  return isWhole ? WHOLE : AREA;
}

const PARTY = `
case when m.account = 'household' then 'household_' || m.category
     when m.account in ('service', 'packing', 'freight', 'platform', 'shipping', 'tax', 'unattributed') then m.account
     else 'others' end`;

/** What a transaction's other side is called, by its kind. */
const SOURCE = `
case m.kind when 'capture' then 'buyers' when 'entry' then 'entries' when 'claim' then 'compensation' else 'edited' end`;
const SINK = `
case m.kind when 'refund' then 'returned' when 'entry_reversal' then 'entries_back' else 'edited_away' end`;

/** Legs that are the other side themselves: the bands begin or end there. */
const IS_OTHER_SIDE = `
(m.account in ${COUNTER_KINDS} or m.account = 'elsewhere' or (m.kind = 'claim' and m.account in ('loss_pool', 'borne')))`;

/**
 * Common table expressions up to `band` (source, target, seq, leg, share_fen): what came in and went out
 * in the month, and where the money that first came in in this month stands at its end. Money of earlier
 * months that goes back comes from "earlier"; money that comes in late for an older order ends in "joined".
 */
export function bands(isWhole: boolean): string {
  return `
${allLegs(isWhole)},
month_leg as materialized (
  select l.*, t.kind, coalesce(t.order_id, b.order_id) as order_id, account_kind(l.account_id) as account,
         account_state(l.account_id) as state
    from all_legs l
    join ledger_transaction t on t.seq = l.seq
    left join credit_balance b on b.credit_id = l.credit_id
   where t.period = :month),
born as materialized (
  select o.order_id, (select min(f.period) from ledger_transaction f where f.order_id = o.order_id) as period
    from (select distinct order_id from month_leg where order_id is not null) o),
dated as (
  select m.*, coalesce(born.period, (
      select min(f.period) from ledger_posting p join ledger_transaction f on f.seq = p.transaction_seq
       where m.order_id is null and p.credit_id = m.credit_id), :month) = :month as is_fresh
    from month_leg m left join born on born.order_id = m.order_id),
band as (
  select x.source, x.target, m.seq, m.leg, x.share_fen
    from dated m
   cross join lateral (values
     (m.kind not in ${MOVES} and m.share_fen > 0 and not ${IS_OTHER_SIDE}, ${SOURCE}, ${PARTY}, m.share_fen),
     (m.kind not in ${MOVES} and m.share_fen < 0 and not ${IS_OTHER_SIDE},
      case when m.account in ('loss_pool', 'borne') then m.account when m.is_fresh then ${PARTY} else 'earlier' end,
      ${SINK}, -m.share_fen),
     (m.account = 'household' and m.is_fresh, ${PARTY}, m.state, m.share_fen),
     (m.account = 'household' and not m.is_fresh and m.kind not in ${MOVES} and m.share_fen > 0, ${PARTY}, 'joined', m.share_fen)
   ) x(applies, source, target, share_fen)
   where x.applies)`;
}

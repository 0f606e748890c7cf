/** SQL of a household's statement; `:household_id` is the household, `:accounts` are its five accounts, `:from` and `:to` the span. */
import { legsOf, MOVES } from "../ledger/legs-sql";
import { figuresOf } from "./account-lines";

// By the credits, which have an index; a household's legs are those of its credits.
const OF_HOUSEHOLD = `p.account_id = any(:accounts)
   and p.credit_id = any(array(select c.credit_id from credit_balance c where c.household_id = :household_id))`;

/** Lines by state. */
export const STATES = `
select 'household' as kind, account_state(p.account_id) as state, ${figuresOf("p.amount_fen")}
  from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
 where ${OF_HOUSEHOLD} and t.period <= :to
 group by 2`;

/** By income category: credited, reversed, and what reached settled or later; the countable apart. */
export const CATEGORIES = `
select b.category,
       coalesce(sum(p.amount_fen) filter (where t.period >= :from and t.kind not in ${MOVES} and p.amount_fen > 0), 0) as credited_fen,
       coalesce(-sum(p.amount_fen) filter (where t.period >= :from and t.kind not in ${MOVES} and p.amount_fen < 0), 0) as reversed_fen,
       coalesce(sum(p.amount_fen) filter (where t.period >= :from and counted.yes and b.countable), 0) as counted_fen,
       coalesce(sum(p.amount_fen) filter (where t.period >= :from and counted.yes and not b.countable), 0) as uncountable_fen,
       coalesce(sum(p.amount_fen) filter (where t.period >= :year and counted.yes and b.countable), 0) as year_fen
  from ledger_posting p
  join ledger_transaction t on t.seq = p.transaction_seq
  join credit_balance b on b.credit_id = p.credit_id
 cross join lateral (select account_state(p.account_id) in ('settled', 'paid', 'confirmed') as yes) counted
 where ${OF_HOUSEHOLD} and t.period >= least(cast(:from as int), cast(:year as int)) and t.period <= :to
 group by b.category`;

/** What was paid for the household's part of the goods, by the account where it went; net of refunds, wages apart. */
export const DEDUCTIONS = `
with ${legsOf("b.household_id = :household_id")}
select account_kind(l.account_id) as part, sum(l.share_fen) as amount_fen
  from legs l join ledger_transaction t on t.seq = l.seq
 where t.period >= :from and t.period <= :to and t.kind not in ${MOVES} and t.kind not in ('entry', 'entry_reversal')
 group by 1 order by 1`;

/** One line for each credit and reversal, one for each move of several credits at once. */
export const ENTRIES = `
select e.seq, e.kind, e.cause, e.occurred_at, e.period, e.corrects_period, e.reverses_seq,
       coalesce(e.order_id, s.order_id) as order_id, o.display_id as order_display_id,
       l.product_title || ' × ' || l.quantity as goods, l.lot_code,
       coalesce(l.cooperative_name, k.name) as counterpart, b.category, null as account,
       case when e.moved_fen > 0 then e.from_state end as from_state,
       case when e.moved_fen > 0 then e.to_state end as to_state,
       e.amount_fen, e.moved_fen,
       cast(:opening_fen + sum(e.amount_fen) over (order by e.seq, e.credit_id nulls first) as bigint) as balance_fen,
       nullif(concat_ws(' ', e.facts->>'bank', e.facts->>'reference', e.facts->>'paid_on'), '') as voucher,
       e.facts->>'taken_by' as taken_by
  from (select t.seq, t.kind, t.cause, t.occurred_at, t.period, t.corrects_period, t.reverses_seq, t.order_id, t.facts,
               case when t.kind not in ${MOVES} then p.credit_id end as credit_id,
               coalesce(sum(p.amount_fen) filter (where t.kind not in ${MOVES}), 0) as amount_fen,
               coalesce(sum(p.amount_fen) filter (where t.kind in ${MOVES} and p.amount_fen > 0), 0) as moved_fen,
               min(account_state(p.account_id)) filter (where p.amount_fen < 0) as from_state,
               min(account_state(p.account_id)) filter (where p.amount_fen > 0) as to_state,
               min(p.credit_id) as some_credit, count(distinct p.credit_id) as credits
          from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
         where ${OF_HOUSEHOLD} and t.period >= :from and t.period <= :to
         group by t.seq, case when t.kind not in ${MOVES} then p.credit_id end) e
  left join credit_balance b on b.credit_id = e.some_credit
  left join sale_line l on l.order_line_id = b.order_line_id and e.credits = 1
  left join sale s on s.order_id = b.order_id and e.credits = 1
  left join "order" o on o.id = coalesce(e.order_id, s.order_id)
  left join cooperative k on k.id = b.cooperative_id
 order by e.seq, e.credit_id nulls first`;

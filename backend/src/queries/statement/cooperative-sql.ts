/** SQL of a cooperative's statement; `:prefix` is the part of the country whose households the reader may know. */
import { MOVES } from "../ledger/legs-sql";
import { figuresOf } from "./account-lines";
import { OF_PARTY } from "./party";

/** Every leg that concerns the cooperative: on its own accounts, and on the credits and lines of its sales. */
const CONCERNED = `
concerned as materialized (
  select p.transaction_seq, p.leg from ledger_posting p
   where p.account_id = any(:accounts) and ${OF_PARTY}
  union
  select p.transaction_seq, p.leg from credit_balance b join ledger_posting p on p.credit_id = b.credit_id
   where b.cooperative_id = :cooperative_id and account_kind(p.account_id) in ('household', 'loss_pool', 'borne')
  union
  select p.transaction_seq, p.leg
    from sale_line l
    join ledger_transaction t on t.order_id = l.order_id and t.kind not in ${MOVES}
    join ledger_posting p on p.transaction_seq = t.seq and leaf_line(p.leaf_id) = l.order_line_id
   where l.cooperative_id = :cooperative_id)`;

/** Lines by account kind, the households' by state. */
export const ACCOUNTS = `
with ${CONCERNED}
select account_kind(p.account_id) as kind, account_state(p.account_id) as state, ${figuresOf("p.amount_fen")}
  from concerned c
  join ledger_posting p on p.transaction_seq = c.transaction_seq and p.leg = c.leg
  join ledger_transaction t on t.seq = p.transaction_seq
 where t.period <= :to
 group by 1, 2 order by 1, 2`;

const OWED = `account_state(p.account_id) in ('expected', 'earned', 'settled')`;

/** What it owes each household; those the reader may not know stand in one line. */
export const HOUSEHOLDS = `
select case when starts_with(b.division_code, :prefix) then b.household_id else '' end as household_id,
       max(case when starts_with(b.division_code, :prefix) then i.alias else '' end) as alias,
       coalesce(max(case when starts_with(b.division_code, :prefix) then d.name end), '') as place,
       coalesce(sum(p.amount_fen) filter (where t.period < :from and ${OWED}), 0) as opening_fen,
       coalesce(sum(p.amount_fen) filter (where t.period >= :from and t.kind not in ${MOVES} and p.amount_fen > 0), 0) as credited_fen,
       coalesce(-sum(p.amount_fen) filter (where t.period >= :from and t.kind not in ${MOVES} and p.amount_fen < 0), 0) as reversed_fen,
       coalesce(-sum(p.amount_fen) filter (where t.period >= :from and t.kind in ('pay', 'bounce') and ${OWED}), 0) as paid_fen,
       coalesce(sum(p.amount_fen) filter (where ${OWED}), 0) as owed_fen
  from credit_balance b
  join income_credit i on i.id = b.credit_id
  join ledger_posting p on p.credit_id = b.credit_id and account_kind(p.account_id) = 'household'
  join ledger_transaction t on t.seq = p.transaction_seq
  left join division d on d.code = rpad(left(b.division_code, 9), 12, '0')
 where b.cooperative_id = :cooperative_id and t.period <= :to
 group by 1
 order by 8 desc, 1`;

/** One line for each transaction: what it brought to all accounts of the cooperative's sales. */
export const ENTRIES = `
with ${CONCERNED}
select e.seq, e.kind, e.cause, e.occurred_at, e.period, e.corrects_period, e.reverses_seq,
       e.order_id, o.display_id as order_display_id, g.goods, g.lot_code,
       case when e.households = 1 and starts_with(i.division_code, :prefix) then i.alias end as counterpart,
       null as category, null as account,
       case when e.moved_fen > 0 then e.from_state end as from_state,
       case when e.moved_fen > 0 then e.to_state end as to_state,
       e.amount_fen, e.moved_fen,
       cast(:opening_fen + sum(e.amount_fen) over (order by e.seq) as bigint) as balance_fen,
       nullif(concat_ws(' ', e.facts->>'bank', e.facts->>'reference', e.facts->>'paid_on'), '') as voucher,
       e.facts->>'taken_by' as taken_by
  from (select t.seq, t.kind, t.cause, t.occurred_at, t.period, t.corrects_period, t.reverses_seq, t.order_id, t.facts,
               coalesce(sum(p.amount_fen) filter (where t.kind not in ${MOVES}), 0) as amount_fen,
               coalesce(sum(p.amount_fen) filter (where t.kind in ${MOVES} and p.amount_fen > 0), 0) as moved_fen,
               min(account_state(p.account_id)) filter (where p.amount_fen < 0) as from_state,
               min(account_state(p.account_id)) filter (where p.amount_fen > 0) as to_state,
               count(distinct account_owner(p.account_id)) filter (where account_kind(p.account_id) = 'household') as households,
               min(p.credit_id) as some_credit
          from concerned c
          join ledger_posting p on p.transaction_seq = c.transaction_seq and p.leg = c.leg
          join ledger_transaction t on t.seq = c.transaction_seq
         where t.period >= :from and t.period <= :to
         group by t.seq) e
  left join income_credit i on i.id = e.some_credit
  left join "order" o on o.id = e.order_id
  left join lateral (
    select string_agg(l.product_title || ' × ' || l.quantity, '、' order by l.order_line_id) as goods,
           case when count(distinct l.lot_code) = 1 then min(l.lot_code) end as lot_code
      from sale_line l where l.order_id = e.order_id and l.cooperative_id = :cooperative_id) g on true
 order by e.seq`;

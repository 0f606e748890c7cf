/** What posting leaves behind beside its legs: the standing of leaves and the balances of credits. */

// The one place that says which legs fill a leaf and which empty it.
/** What was captured for each leaf of an order, and reversed from it, so far. */
export const LEAF_STANDING = `
create or replace function leaf_standing(the_order text)
  returns table (leaf_id text, captured_fen bigint, reversed_fen bigint) language sql stable as $$
  select p.leaf_id,
         coalesce(sum(p.amount_fen) filter (where t.kind = 'capture' or t.kind = 'amend' and t.cause = 'edit'
           or t.kind in ('amend', 'claim') and (p.amount_fen > 0) <> (t.kind = 'claim' and t.cause = 'cancelled')), 0)::bigint,
         coalesce(-sum(p.amount_fen) filter (where t.kind = 'refund' or t.kind in ('amend', 'claim')
           and not (t.kind = 'amend' and t.cause = 'edit')
           and (p.amount_fen < 0) <> (t.kind = 'claim' and t.cause = 'cancelled')), 0)::bigint
    from ledger_transaction t join ledger_posting p on p.transaction_seq = t.seq
   where t.order_id = the_order and t.kind in ('capture', 'refund', 'amend', 'claim') and p.leaf_id is not null
   group by p.leaf_id
$$;
`;

/** Locks credits in the order of their ids, and refuses what was computed on balances that have moved since. */
export const LOCK = `
create or replace function ledger_lock(credits text[], seen jsonb) returns void
  language plpgsql as $$
begin
  perform 1 from credit_balance b where b.credit_id = any(credits) order by b.credit_id for update;
  if seen is not null and exists (select 1 from jsonb_each_text(seen) s
      join credit_balance b on b.credit_id = s.key where b.version <> s.value::int) then
    raise exception 'yigou:ledger_moved_on' using errcode = 'serialization_failure';
  end if;
end $$;
`;

/** Brings the balances of credits in line with a transaction's legs; answers how many credits it changed. */
export const APPLY = `
drop function if exists ledger_apply(text, timestamptz, jsonb);
create or replace function ledger_apply(move text, at timestamptz, legs jsonb) returns integer
  language plpgsql as $$
declare touched integer;
begin
  update credit_balance b set
    version = b.version + 1,
    credited_fen = b.credited_fen + case when move in ('capture', 'amend', 'claim', 'entry') then d.came else 0 end,
    reversed_fen = b.reversed_fen + case when move in ('refund', 'amend', 'claim', 'entry_reversal') then d.went else 0 end,
    expected_fen = b.expected_fen + d.expected,
    earned_fen = b.earned_fen + d.earned,
    settled_fen = b.settled_fen + d.settled,
    paid_fen = b.paid_fen + d.paid,
    confirmed_fen = b.confirmed_fen + d.confirmed,
    state = case
      when b.expected_fen + d.expected > 0 then 'expected'
      when b.earned_fen + d.earned > 0 then 'earned'
      when b.settled_fen + d.settled > 0 then 'settled'
      when b.paid_fen + d.paid > 0 then 'paid'
      when b.confirmed_fen + d.confirmed > 0 then 'confirmed'
      else b.state end,
    last_moved_at = greatest(b.last_moved_at, at)
  from (
    select x.credit_id,
           coalesce(sum(x.amount_fen) filter (where x.amount_fen > 0), 0) as came,
           coalesce(-sum(x.amount_fen) filter (where x.amount_fen < 0), 0) as went,
           coalesce(sum(x.amount_fen) filter (where account_state(x.account_id) = 'expected'), 0) as expected,
           coalesce(sum(x.amount_fen) filter (where account_state(x.account_id) = 'earned'), 0) as earned,
           coalesce(sum(x.amount_fen) filter (where account_state(x.account_id) = 'settled'), 0) as settled,
           coalesce(sum(x.amount_fen) filter (where account_state(x.account_id) = 'paid'), 0) as paid,
           coalesce(sum(x.amount_fen) filter (where account_state(x.account_id) = 'confirmed'), 0) as confirmed
      from jsonb_to_recordset(legs) as x(credit_id text, account_id text, amount_fen bigint)
     where x.credit_id is not null and account_kind(x.account_id) = 'household'
     group by x.credit_id
  ) d
  where b.credit_id = d.credit_id;
  get diagnostics touched = row_count;
  return touched;
end $$;
`;

const HELD_IN = ["expected_fen", "earned_fen", "settled_fen", "paid_fen", "confirmed_fen"];

// A session reads the rule of a type once; the text of a CHECK on the table it reads again for every statement.
/** What a credit holds in a state is never below zero: a rule of the columns' type, whoever writes. */
export const HELD = `
create domain fen_held as bigint constraint fen_held_check check (value >= 0);
alter table credit_balance drop constraint credit_balance_states_check,
  ${HELD_IN.map((column) => `alter column ${column} type fen_held`).join(",\n  ")};
`;

/** The constraint that the type stands for. */
export const HELD_BEFORE = `
alter table credit_balance ${HELD_IN.map((column) => `alter column ${column} type bigint`).join(", ")},
  add constraint credit_balance_states_check check (least(${HELD_IN.join(", ")}) >= 0);
drop domain fen_held;
`;

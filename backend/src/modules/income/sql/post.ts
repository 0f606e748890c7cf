/** The posting function and its parts: the way into the ledger for every kind of transaction. */

// NOTE: volatile on purpose. It runs while the insert holds its lock on ledger_transaction, and a closing
// takes a lock that waits for it: a month that is being closed is either seen closed here, or waits.
/** The accounting month of a transaction: its own, or the first month that no county of its credits has closed. */
export const PERIOD_OF = `
create or replace function ledger_period_of(at timestamptz, postings jsonb) returns integer
  language plpgsql volatile set search_path = public, pg_temp as $$
declare
  wanted integer := ledger_month(at);
  counties text[];
begin
  if not exists (select 1 from ledger_period where month = wanted) then return wanted; end if;
  select array_agg(distinct left(b.division_code, 6)) into counties
    from jsonb_to_recordset(postings) as x(credit_id text) join credit_balance b on b.credit_id = x.credit_id;
  return ledger_open_month(wanted, counties);
end $$;
create or replace function ledger_open_month(wanted integer, counties text[]) returns integer
  language plpgsql volatile set search_path = public, pg_temp as $$
begin
  while exists (select 1 from ledger_period p where p.month = wanted and p.county_code = any(counties)) loop
    wanted := case when wanted % 100 = 12 then wanted + 89 else wanted + 1 end;
  end loop;
  return wanted;
end $$;
`;

// The one place that says which legs fill a leaf and which empty it.
/** What was captured for each leaf of an order, and reversed from it, so far. */
export const LEAF_STANDING = `
create or replace function leaf_standing(the_order text)
  returns table (leaf_id text, captured_fen bigint, reversed_fen bigint) language sql stable as $$
  select p.leaf_id,
         coalesce(sum(p.amount_fen) filter (where t.kind = 'capture'
           or t.kind in ('amend', 'claim') and (p.amount_fen > 0 or t.kind = 'amend' and t.cause = 'edit')), 0)::bigint,
         coalesce(-sum(p.amount_fen) filter (where t.kind = 'refund'
           or t.kind in ('amend', 'claim') and p.amount_fen < 0 and not (t.kind = 'amend' and t.cause = 'edit')), 0)::bigint
    from ledger_transaction t join ledger_posting p on p.transaction_seq = t.seq
   where t.order_id = the_order and t.kind in ('capture', 'refund', 'amend', 'claim') and p.leaf_id is not null
   group by p.leaf_id
$$;
`;

/** Brings the balances of the credits in line with a transaction's legs, in the order of their ids. */
export const APPLY = `
drop function if exists ledger_apply(text, timestamptz, jsonb);
create or replace function ledger_apply(move text, at timestamptz, postings jsonb, seen jsonb default null) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  credits text[];
  moved integer;
begin
  select array_agg(distinct x.credit_id order by x.credit_id) into credits
    from jsonb_to_recordset(postings) as x(account_id text, credit_id text)
   where x.credit_id is not null and account_kind(x.account_id) = 'household';
  if credits is null then return; end if;
  if cardinality(credits) > 1 or seen is not null then
    perform 1 from credit_balance b where b.credit_id = any(credits) order by b.credit_id for update;
  end if;
  -- What was computed on balances that have moved since must be computed again.
  if seen is not null and exists (select 1 from jsonb_each_text(seen) s
      join credit_balance b on b.credit_id = s.key where b.version <> s.value::int) then
    raise exception 'yigou:ledger_moved_on' using errcode = 'serialization_failure';
  end if;
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
      from jsonb_to_recordset(postings) as x(credit_id text, account_id text, amount_fen bigint)
     where x.credit_id is not null and account_kind(x.account_id) = 'household'
     group by x.credit_id
  ) d
  where b.credit_id = d.credit_id;
  get diagnostics moved = row_count;
  if moved <> cardinality(credits) then
    raise exception 'yigou:ungrounded a credit without a balance' using errcode = 'foreign_key_violation';
  end if;
end $$;
`;

/**
 * `ledger_post(document)`: head, legs, balances, in one call. The document's `movement_no` says on how many
 * captures and refunds of the order it was computed, and `seen` on which versions of the balances; when
 * another came in between, `yigou:ledger_moved_on` or the unique index on the number refuses it.
 */
export const POST = `
create or replace function ledger_post(p jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  new_seq bigint;
  known record;
  at timestamptz := (p->>'occurred_at')::timestamptz;
begin
  new_seq := ledger_head(p, at, null);
  if new_seq is null then
    select seq, input_hash into known from ledger_transaction where idempotency_key = p->>'key';
    if known.input_hash <> p->>'hash' then
      raise exception 'yigou:ledger_key_reused %', p->>'key' using errcode = 'unique_violation';
    end if;
    return jsonb_build_object('seq', known.seq, 'replayed', true);
  end if;
  insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
    select new_seq, x.leg, x.account_id, x.order_id, x.leaf_id, x.credit_id, x.amount_fen
      from rows from (jsonb_to_recordset(p->'postings')
        as (account_id text, order_id text, leaf_id text, credit_id text, amount_fen bigint))
        with ordinality as x(account_id, order_id, leaf_id, credit_id, amount_fen, leg);
  perform ledger_apply(p->>'kind', at, p->'postings', p->'seen');
  return jsonb_build_object('seq', new_seq, 'replayed', false);
end $$;

create or replace function ledger_head(p jsonb, at timestamptz, counties text[]) returns bigint language sql as $$
  insert into ledger_transaction
    (idempotency_key, input_hash, kind, order_id, payment_id, source_id, amount_fen, cause, reverses_seq,
     occurred_at, facts, movement_no, period, corrects_period)
  select p->>'key', p->>'hash', p->>'kind', p->>'order_id', p->>'payment_id', p->>'source_id',
         (p->>'amount_fen')::bigint, p->>'cause', (p->>'reverses_seq')::bigint, at, coalesce(p->'facts', '{}'),
         (p->>'movement_no')::int, m.period, nullif(ledger_month(at), m.period)
    from (select case when counties is null then ledger_period_of(at, p->'postings')
                      else ledger_open_month(ledger_month(at), counties) end as period) m
  on conflict (idempotency_key) do nothing
  returning seq;
$$;
`;

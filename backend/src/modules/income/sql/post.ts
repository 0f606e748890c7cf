/** The posting function and its parts: the way into the ledger for every kind of transaction. */

// NOTE: volatile on purpose, and called from within the insert: by then the insert holds its lock on
// ledger_transaction, and a closing takes a lock that waits for it. A month that is being closed is either
// seen closed here, or waits.
// Only a month that is over is ever closed, so of a running one nothing is asked; the day is for clocks that step.
/** The accounting month of a transaction: its own, or the first month that no county of its credits has closed. */
export const PERIOD_OF = `
create or replace function ledger_period_of(wanted integer, credits text[], counties text[] default null) returns integer
  language plpgsql volatile as $$
declare
  the_month integer := wanted;
  within text[] := counties;
begin
  if not exists (select 1 from ledger_period where month = the_month) then
    return the_month;
  end if;
  if within is null then
    select array_agg(distinct left(b.division_code, 6)) into within
      from credit_balance b where b.credit_id = any(credits);
  end if;
  while exists (select 1 from ledger_period p where p.month = the_month and p.county_code = any(within)) loop
    the_month := case when the_month % 100 = 12 then the_month + 89 else the_month + 1 end;
  end loop;
  return the_month;
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

// What others bear for a credit belongs to its county's months too, though no household's balance moves.
// The hot path. Figures are summed in variables, since a statement costs more than a loop over a few legs;
// a capture, whose credits have one leg each, brings their balances along without grouping.
/**
 * `ledger_post(document)`: head, legs, balances, in one call. The document's `movement_no` says on how many
 * captures and refunds of the order it was computed, and `seen` on which versions of the balances; when
 * another came in between, `yigou:ledger_moved_on` or the unique index on the number refuses it.
 */
export const POST = `
create or replace function ledger_post(p jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  at timestamptz := p->>'occurred_at';
  the_month integer := ledger_month(at);
  move text := p->>'kind';
  legs jsonb := p->'postings';
  one jsonb;
  fen bigint;
  credits text[] := '{}';
  borne text[] := '{}';
  straight boolean := move = 'capture';
  runs boolean := the_month >= ledger_month(clock_timestamp() + interval '1 day');
  rest bigint := 0;
  written integer;
  touched integer;
  new_seq bigint;
  known record;
begin
  for i in 0 .. jsonb_array_length(legs) - 1 loop
    one := legs->i;
    fen := one->>'amount_fen';
    if fen = 0 then
      raise exception 'yigou:ledger_unbalanced transaction % has a leg of nothing', p->>'key' using errcode = 'check_violation';
    end if;
    rest := rest + fen;
    if one->>'credit_id' is not null then
      if one->>'account_id' like 'household:%' and one->>'credit_id' <> all(credits) then
        credits := credits || (one->>'credit_id');
        straight := straight and one->>'account_id' like '%:expected';
      else
        straight := false;
        borne := borne || (one->>'credit_id');
        if one->>'leaf_id' is null and not exists (select 1 from income_credit where id = one->>'credit_id') then
          raise exception 'yigou:ungrounded a leg without its credit' using errcode = 'foreign_key_violation';
        end if;
      end if;
    end if;
  end loop;
  if rest <> 0 then
    raise exception 'yigou:ledger_unbalanced transaction % by % fen', p->>'key', rest using errcode = 'check_violation';
  end if;
  insert into ledger_transaction
    (idempotency_key, input_hash, kind, order_id, payment_id, source_id, amount_fen, cause, reverses_seq,
     occurred_at, facts, movement_no, period, corrects_period)
    values (p->>'key', p->>'hash', move, p->>'order_id', p->>'payment_id', p->>'source_id',
            (p->>'amount_fen')::bigint, p->>'cause', (p->>'reverses_seq')::bigint, at, coalesce(p->'facts', '{}'),
            (p->>'movement_no')::integer, case when runs then the_month else ledger_period_of(the_month, credits || borne) end,
            case when not runs then nullif(the_month, ledger_period_of(the_month, credits || borne)) end)
    on conflict (idempotency_key) do nothing
    returning seq into new_seq;
  if new_seq is null then
    select seq, input_hash into known from ledger_transaction where idempotency_key = p->>'key';
    if known.input_hash <> p->>'hash' then
      raise exception 'yigou:ledger_key_reused %', p->>'key' using errcode = 'unique_violation';
    end if;
    return jsonb_build_object('seq', known.seq, 'replayed', true);
  end if;
  if cardinality(credits) > 1 or p ? 'seen' then
    perform ledger_lock(credits, p->'seen');
  end if;
  insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
    select new_seq, n, l->>'account_id', l->>'order_id', l->>'leaf_id', l->>'credit_id', (l->>'amount_fen')::bigint
      from jsonb_array_elements(legs) with ordinality as x(l, n)
     where l->>'leaf_id' is null
        or (select f.credit_id is not distinct from l->>'credit_id' from sale_leaf f where f.id = l->>'leaf_id');
  get diagnostics written = row_count;
  if straight then
    update credit_balance b set
      version = b.version + 1,
      credited_fen = b.credited_fen + (l->>'amount_fen')::bigint,
      expected_fen = b.expected_fen + (l->>'amount_fen')::bigint,
      state = 'expected',
      last_moved_at = greatest(b.last_moved_at, at)
      from jsonb_array_elements(legs) as l where b.credit_id = l->>'credit_id';
    get diagnostics touched = row_count;
  elsif cardinality(credits) > 0 then
    touched := ledger_apply(move, at, legs);
  else
    touched := 0;
  end if;
  if touched <> cardinality(credits) or written <> jsonb_array_length(legs) then
    raise exception 'yigou:ungrounded a leg without its leaf or balance' using errcode = 'foreign_key_violation';
  end if;
  return jsonb_build_object('seq', new_seq, 'replayed', false);
end $$;
`;

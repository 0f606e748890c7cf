/** Moves of whole credits from one state to the next, computed where the balances are. */

// A move takes all that the state holds. Its legs are two a credit, in the order of the credits' ids.
/** Posts the legs of a move for credits that are locked already, and brings their balances along. */
export const MOVE_LOCKED = `
create or replace function ledger_move_locked(p jsonb, credits text[], amounts bigint[]) returns bigint
  language plpgsql set search_path = public, pg_temp as $$
declare
  at timestamptz := (p->>'occurred_at')::timestamptz;
  from_state text := p->>'from';
  to_state text := p->>'to';
  counties text[];
  new_seq bigint;
begin
  select array_agg(distinct left(b.division_code, 6)) into counties
    from credit_balance b where b.credit_id = any(credits);
  new_seq := ledger_head(p, at, coalesce(counties, '{}'));
  if new_seq is null then return null; end if;
  insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
    select new_seq, 2 * h.n - 1 + s.side, 'household:' || b.household_id || ':' || s.state, b.order_id,
           case when b.order_id is not null then b.credit_id || ':household' end, b.credit_id, s.sign * h.amount_fen
      from unnest(credits, amounts) with ordinality as h(credit_id, amount_fen, n)
      join credit_balance b on b.credit_id = h.credit_id
     cross join (values (0, from_state, -1), (1, to_state, 1)) as s(side, state, sign);
  update credit_balance b set
    version = b.version + 1,
    expected_fen = b.expected_fen + h.amount_fen * ((to_state = 'expected')::int - (from_state = 'expected')::int),
    earned_fen = b.earned_fen + h.amount_fen * ((to_state = 'earned')::int - (from_state = 'earned')::int),
    settled_fen = b.settled_fen + h.amount_fen * ((to_state = 'settled')::int - (from_state = 'settled')::int),
    paid_fen = b.paid_fen + h.amount_fen * ((to_state = 'paid')::int - (from_state = 'paid')::int),
    confirmed_fen = b.confirmed_fen + h.amount_fen * ((to_state = 'confirmed')::int - (from_state = 'confirmed')::int),
    last_moved_at = greatest(b.last_moved_at, at)
    from unnest(credits, amounts) as h(credit_id, amount_fen)
   where b.credit_id = h.credit_id;
  update credit_balance b set
    state = case when b.expected_fen > 0 then 'expected' when b.earned_fen > 0 then 'earned'
      when b.settled_fen > 0 then 'settled' when b.paid_fen > 0 then 'paid'
      when b.confirmed_fen > 0 then 'confirmed' else b.state end
   where b.credit_id = any(credits);
  if to_state = 'earned' then
    with due as (
      update credit_balance b set settles_at = at + make_interval(days =>
        coalesce((select l.return_days from sale_line l where l.order_line_id = b.order_line_id), 0))
       where b.credit_id = any(credits) returning b.credit_id, b.settles_at)
    insert into credit_due (credit_id, settles_at) select credit_id, settles_at from due
      on conflict (credit_id) do update set settles_at = excluded.settles_at;
  end if;
  return new_seq;
end $$;
`;

/** `ledger_move(document)`: locks the chosen credits in the order of their ids and moves what they hold. */
export const MOVE = `
create or replace function ledger_move(p jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  f jsonb := p->'filter';
  held text := p->>'from' || '_fen';
  known record;
  credits text[];
  amounts bigint[];
  total bigint;
begin
  select input_hash, amount_fen, facts into known from ledger_transaction where idempotency_key = p->>'key';
  if found then
    if known.input_hash <> p->>'hash' then
      raise exception 'yigou:ledger_key_reused %', p->>'key' using errcode = 'unique_violation';
    end if;
    return jsonb_build_object('moved', (known.facts->>'credits')::int, 'amount_fen', known.amount_fen, 'replayed', true);
  end if;
  execute format($q$select array_agg(credit_id order by credit_id), array_agg(amount order by credit_id) from (
      select credit_id, %1$I as amount from credit_balance where %1$I > 0 %2$s order by credit_id for update) x$q$, held,
      case when f ? 'order_id' then 'and order_id = $1->>''order_id'' ' else '' end
      || case when f ? 'household_id' then 'and household_id = $1->>''household_id'' ' else '' end
      || case when f ? 'cooperative_id' then 'and cooperative_id = $1->>''cooperative_id'' ' else '' end
      || case when f ? 'entry_id' then 'and entry_id = $1->>''entry_id'' ' else '' end
      || case when f ? 'order_line_ids' then 'and order_line_id = any(array(select jsonb_array_elements_text($1->''order_line_ids''))) ' else '' end
      || case when f ? 'credit_ids' then 'and credit_id = any(array(select jsonb_array_elements_text($1->''credit_ids''))) ' else '' end
      || case when f ? 'settles_by' then 'and settles_at <= ($1->>''settles_by'')::timestamptz ' else '' end)
    into credits, amounts using f;
  total := coalesce((select sum(a) from unnest(amounts) a), 0);
  if p->>'expected_fen' is not null and (p->>'expected_fen')::bigint <> total then
    return jsonb_build_object('differs', true, 'due_fen', total);
  end if;
  if credits is null then return jsonb_build_object('moved', 0, 'amount_fen', 0); end if;
  if ledger_move_locked(p || jsonb_build_object('amount_fen', total, 'facts',
      coalesce(p->'facts', '{}') || jsonb_build_object('credits', cardinality(credits))), credits, amounts) is null then
    raise exception 'yigou:ledger_moved_on' using errcode = 'serialization_failure';
  end if;
  return jsonb_build_object('moved', cardinality(credits), 'amount_fen', total);
end $$;
`;

/**
 * `ledger_move_due(document, most)`: settles at most so many credits whose return window is over, whatever
 * their order, in one transaction. Credits that another session holds are left for it or for the next batch.
 */
export const MOVE_DUE = `
create or replace function ledger_move_due(p jsonb, most integer) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  taken text[];
  credits text[];
  amounts bigint[];
  total bigint;
begin
  if exists (select 1 from ledger_transaction where idempotency_key = p->>'key') then
    raise exception 'yigou:ledger_key_reused %', p->>'key' using errcode = 'unique_violation';
  end if;
  -- The queue's rows are taken first: two sessions never take the same.
  with due as (select credit_id from credit_due where settles_at <= (p->>'occurred_at')::timestamptz
                order by settles_at limit most for update skip locked),
       gone as (delete from credit_due d using due where d.credit_id = due.credit_id returning d.credit_id)
  select array_agg(credit_id order by credit_id) into taken from gone;
  if taken is null then return jsonb_build_object('taken', 0, 'moved', 0, 'amount_fen', 0); end if;
  select array_agg(credit_id order by credit_id), array_agg(earned_fen order by credit_id) into credits, amounts
    from (select credit_id, earned_fen from credit_balance
           where credit_id = any(taken) and earned_fen > 0 order by credit_id for update) x;
  if credits is null then
    return jsonb_build_object('taken', cardinality(taken), 'moved', 0, 'amount_fen', 0);
  end if;
  total := (select sum(a) from unnest(amounts) a);
  perform ledger_move_locked(p || jsonb_build_object('amount_fen', total, 'facts',
      coalesce(p->'facts', '{}') || jsonb_build_object('credits', cardinality(credits))), credits, amounts);
  return jsonb_build_object('taken', cardinality(taken), 'moved', cardinality(credits), 'amount_fen', total);
end $$;
`;

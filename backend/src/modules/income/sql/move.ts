/** Moves of whole credits from one state to the next, computed where the balances are. */

const states = ["expected", "earned", "settled", "paid", "confirmed"] as const;

/** What a state holds after the move of `h.amount_fen` from one to another. */
const after = (state: (typeof states)[number]): string =>
  `b.${state}_fen + h.amount_fen * ((to_state = '${state}')::int - (from_state = '${state}')::int)`;

// A move takes all that the state holds. Its legs are two a credit, in the order of the credits' ids, one
// what the other is not, so that they add up to zero however many they are.
const legsOf = (rows: string, found: string): string => `
  with moved as (
    update credit_balance b set
      version = b.version + 1,
      ${states.map((state) => `${state}_fen = ${after(state)}`).join(",\n      ")},
      state = case ${states.map((state) => `when ${after(state)} > 0 then '${state}'`).join("\n        ")}
        else b.state end,
      settles_at = case when to_state = 'earned' then at + make_interval(days =>
        coalesce((select l.return_days from sale_line l where l.order_line_id = b.order_line_id), 0))
        else b.settles_at end,
      last_moved_at = greatest(b.last_moved_at, at)
      from ${rows}
     where ${found}
    returning h.n, h.amount_fen, b.credit_id, b.order_id, 'household:' || b.household_id || ':' as account)
  insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
    select new_seq, 2 * m.n - 1 + s.side, m.account || s.state, m.order_id,
           case when m.order_id is not null then m.credit_id || ':household' end, m.credit_id, s.sign * m.amount_fen
      from moved m cross join (values (0, from_state, -1), (1, to_state, 1)) as s(side, state, sign);`;

/**
 * Posts the legs of a move for credits that are locked already, and brings their balances along. Who locked
 * them may say at which places of the table they are, which spares looking them up again.
 */
export const MOVE_LOCKED = `
drop function if exists ledger_move_locked(jsonb, text[], bigint[]);
create or replace function ledger_move_locked(p jsonb, credits text[], amounts bigint[], places tid[] default null)
  returns bigint language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  at timestamptz := (p->>'occurred_at')::timestamptz;
  from_state text := p->>'from';
  to_state text := p->>'to';
  the_month integer := ledger_month(at);
  legs bigint;
  new_seq bigint;
begin
  if not ledger_transaction_sound(p->>'kind', p->>'key', p->>'source_id', p->>'order_id', (p->>'movement_no')::integer,
                                  (p->>'amount_fen')::bigint) then
    raise exception 'yigou:unsound the move %', p->>'key' using errcode = 'check_violation';
  end if;
  insert into ledger_transaction
    (idempotency_key, input_hash, kind, order_id, payment_id, source_id, amount_fen, cause, reverses_seq,
     occurred_at, facts, movement_no, period, corrects_period)
    values (p->>'key', p->>'hash', p->>'kind', p->>'order_id', p->>'payment_id', p->>'source_id',
            (p->>'amount_fen')::bigint, p->>'cause', (p->>'reverses_seq')::bigint, at, coalesce(p->'facts', '{}'),
            (p->>'movement_no')::integer, ledger_period_of(the_month, credits),
            nullif(the_month, ledger_period_of(the_month, credits)))
    on conflict (idempotency_key) do nothing
    returning seq into new_seq;
  if new_seq is null then return null; end if;
  if places is null then ${legsOf("unnest(credits, amounts) with ordinality as h(credit_id, amount_fen, n)", "b.credit_id = h.credit_id")}
  else ${legsOf("unnest(places, amounts) with ordinality as h(place, amount_fen, n)", "b.ctid = h.place")}
  end if;
  get diagnostics legs = row_count;
  if legs <> 2 * cardinality(credits) then
    raise exception 'yigou:ledger_moved_on' using errcode = 'serialization_failure';
  end if;
  if to_state = 'earned' then
    insert into credit_due (credit_id, settles_at)
      select b.credit_id, b.settles_at from credit_balance b where b.credit_id = any(credits)
      on conflict (credit_id) do update set settles_at = excluded.settles_at;
  end if;
  return new_seq;
end $$;
`;

// A move of before the hash covered the filter has the earlier hash; no other transaction can have it.
/** `ledger_moved(document)`: what a move of the same key has done; null when there is none, refused when it was another. */
export const MOVED = `
create or replace function ledger_moved(p jsonb) returns jsonb language plpgsql as $$
declare known record;
begin
  select input_hash, amount_fen, facts into known from ledger_transaction where idempotency_key = p->>'key';
  if not found then return null; end if;
  if known.input_hash <> p->>'hash' and known.input_hash is distinct from p->>'earlier_hash' then
    raise exception 'yigou:ledger_key_reused %', p->>'key' using errcode = 'unique_violation';
  end if;
  return jsonb_build_object('moved', (known.facts->>'credits')::int, 'amount_fen', known.amount_fen, 'replayed', true);
end $$;
`;

/** `ledger_move(document)`: locks the chosen credits in the order of their ids and moves what they hold. */
export const MOVE = `
create or replace function ledger_move(p jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  f jsonb := p->'filter';
  held text := p->>'from' || '_fen';
  credits text[];
  amounts bigint[];
  total bigint;
  again jsonb := ledger_moved(p);
begin
  if again is not null then return again; end if;
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
  -- Whoever told the same before may have held the locks until now.
  again := ledger_moved(p);
  if again is not null then return again; end if;
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
  security definer set search_path = public, pg_temp set enable_seqscan = off set enable_hashjoin = off
  set enable_mergejoin = off as $$
declare
  taken text[];
  credits text[];
  amounts bigint[];
  places tid[];
  total bigint;
begin
  if exists (select 1 from ledger_transaction where idempotency_key = p->>'key') then
    raise exception 'yigou:ledger_key_reused %', p->>'key' using errcode = 'unique_violation';
  end if;
  -- The queue's rows are taken first: two sessions never take the same.
  with gone as (
    delete from credit_due where ctid = any(array(
      select d.ctid from credit_due d where d.settles_at <= (p->>'occurred_at')::timestamptz
       order by d.settles_at limit most for update skip locked))
    returning credit_id)
  select array_agg(credit_id order by credit_id) into taken from gone;
  if taken is null then return jsonb_build_object('taken', 0, 'moved', 0, 'amount_fen', 0); end if;
  select array_agg(x.credit_id), array_agg(x.earned_fen), array_agg(x.ctid) into credits, amounts, places
    from (select b.ctid, b.credit_id, b.earned_fen from unnest(taken) with ordinality as t(credit_id, n)
            join credit_balance b on b.credit_id = t.credit_id and b.earned_fen > 0
           order by t.n for update of b) x;
  if credits is null then
    return jsonb_build_object('taken', cardinality(taken), 'moved', 0, 'amount_fen', 0);
  end if;
  total := (select sum(a) from unnest(amounts) a);
  perform ledger_move_locked(p || jsonb_build_object('amount_fen', total, 'facts',
      coalesce(p->'facts', '{}') || jsonb_build_object('credits', cardinality(credits))), credits, amounts, places);
  return jsonb_build_object('taken', cardinality(taken), 'moved', cardinality(credits), 'amount_fen', total);
end $$;
`;

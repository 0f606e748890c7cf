/** Holds: what is on its way to a household through a bank, and may be taken back by nobody. */

// Row locks in the order of the ids; the raised version makes a refund that was computed before compute again.
/** `ledger_hold(items)`: holds exact amounts of settled credits for a holder, all of them or none. */
export const HOLD = `
create table if not exists credit_hold (
  credit_id text primary key,
  order_id text,
  holder text not null,
  amount_fen bigint not null check (amount_fen > 0),
  held_at timestamptz not null default clock_timestamp()
);
create index if not exists credit_hold_order on credit_hold (order_id) where order_id is not null;
create index if not exists credit_hold_holder on credit_hold (holder);

create or replace function ledger_hold(items jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  short text[];
begin
  perform 1 from credit_balance b
    where b.credit_id in (select x.credit_id from jsonb_to_recordset(items) as x(credit_id text))
    order by b.credit_id for update;
  select array_agg(x.credit_id order by x.credit_id) into short
    from jsonb_to_recordset(items) as x(credit_id text, amount_fen bigint, holder text)
    left join credit_balance b on b.credit_id = x.credit_id
    left join credit_hold h on h.credit_id = x.credit_id
   where coalesce(b.settled_fen, 0) < x.amount_fen
      or (h.credit_id is not null and (h.holder <> x.holder or h.amount_fen <> x.amount_fen));
  if short is not null then return jsonb_build_object('short', to_jsonb(short)); end if;
  with held as (
    insert into credit_hold (credit_id, order_id, holder, amount_fen)
      select x.credit_id, b.order_id, x.holder, x.amount_fen
        from jsonb_to_recordset(items) as x(credit_id text, amount_fen bigint, holder text)
        join credit_balance b on b.credit_id = x.credit_id
       order by x.credit_id
      on conflict (credit_id) do nothing returning credit_id)
  update credit_balance b set version = b.version + 1 from held where b.credit_id = held.credit_id;
  return jsonb_build_object('short', '[]'::jsonb);
end $$;

create or replace function ledger_release(holders text[]) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  perform 1 from credit_balance b
    where b.credit_id in (select h.credit_id from credit_hold h where h.holder = any(holders))
    order by b.credit_id for update;
  with gone as (delete from credit_hold h where h.holder = any(holders) returning h.credit_id)
  update credit_balance b set version = b.version + 1 from gone where b.credit_id = gone.credit_id;
end $$;
`;

/**
 * `ledger_transfer(document)`: moves exact amounts of named credits between `settled` and `paid`: a transfer
 * that was made, or one that came back. Refused when a credit does not hold as much any more.
 */
export const TRANSFER = `
create or replace function ledger_transfer(p jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  known record;
  credits text[];
  amounts bigint[];
  held bigint[];
  new_seq bigint;
  total bigint;
begin
  -- The rows are locked before the key is looked up: the same transfer twice at once waits here for the first.
  select array_agg(x.credit_id order by x.credit_id), array_agg(x.amount_fen order by x.credit_id), sum(x.amount_fen)
    into credits, amounts, total
    from jsonb_to_recordset(p->'items') as x(credit_id text, amount_fen bigint);
  select array_agg(l.held order by l.credit_id) into held from (
    select b.credit_id, case when p->>'from' = 'paid' then b.paid_fen else b.settled_fen end as held
      from credit_balance b where b.credit_id = any(credits) order by b.credit_id for update) l;
  select seq, input_hash, amount_fen into known from ledger_transaction where idempotency_key = p->>'key';
  if found then
    if known.input_hash <> p->>'hash' then
      raise exception 'yigou:ledger_key_reused %', p->>'key' using errcode = 'unique_violation';
    end if;
    return jsonb_build_object('seq', known.seq, 'amount_fen', known.amount_fen, 'replayed', true);
  end if;
  if cardinality(credits) is distinct from cardinality(held)
     or exists (select 1 from unnest(amounts, held) as u(wanted, held) where u.held < u.wanted) then
    raise exception 'yigou:transfer_short %', p->>'key' using errcode = 'check_violation';
  end if;
  new_seq := ledger_move_locked((p - 'items') || jsonb_build_object('amount_fen', total, 'facts',
      coalesce(p->'facts', '{}') || jsonb_build_object('credits', cardinality(credits))), credits, amounts);
  if new_seq is null then
    raise exception 'yigou:ledger_moved_on' using errcode = 'serialization_failure';
  end if;
  delete from credit_hold h where h.holder = p->>'holder';
  return jsonb_build_object('seq', new_seq, 'amount_fen', total, 'replayed', false);
end $$;
`;

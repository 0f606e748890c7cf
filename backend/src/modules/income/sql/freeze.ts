/** Freezing a sale, alone or together with its first capture. */

// Two buyers of one order cannot be: whoever inserts the sale's row inserts all of it.
/** `ledger_freeze(document)`: answers whether this call froze the sale. */
export const FREEZE = `
create or replace function ledger_freeze(p jsonb) returns boolean language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  the_order text := p->>'order_id';
  sold_at timestamptz := (p->>'sold_at')::timestamptz;
  total_fen bigint := p->>'total_fen';
begin
  if total_fen < 0 then
    raise exception 'yigou:unsound a sale below nothing' using errcode = 'check_violation';
  end if;
  insert into sale (order_id, sold_at, total_fen) values (the_order, sold_at, total_fen) on conflict do nothing;
  if not found then return false; end if;
  perform ledger_add_parts(the_order, sold_at, p, null, null, null, null);
  return true;
end $$;
`;

/** `ledger_sell(document)`: freezes a sale and posts its first capture in one round trip. */
export const SELL = `
create or replace function ledger_sell(p jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  sale jsonb := p->'sale';
  capture jsonb := p->'capture';
  the_order text := sale->>'order_id';
  sold_at timestamptz := sale->>'sold_at';
  total_fen bigint := sale->>'total_fen';
  at timestamptz := capture->>'occurred_at';
  whole bigint := capture->>'amount_fen';
  key text := capture->>'key';
  source text := capture->>'source_id';
  the_month integer := ledger_month(at);
  runs boolean := the_month >= ledger_month(clock_timestamp() + interval '1 day');
  counties text[];
  new_seq bigint;
begin
  if total_fen < 0 or not ledger_transaction_sound('capture', key, source, the_order, 1, whole) then
    raise exception 'yigou:unsound the capture %', key using errcode = 'check_violation';
  end if;
  insert into sale (order_id, sold_at, total_fen) values (the_order, sold_at, total_fen) on conflict do nothing;
  if not found then return jsonb_build_object('sold', false); end if;
  if not runs then
    counties := array(select distinct left(c->>'division_code', 6)
                        from jsonb_array_elements(sale->'lines') l, jsonb_array_elements(l->'terms'->'contributors') c);
  end if;
  insert into ledger_transaction
    (idempotency_key, input_hash, kind, order_id, payment_id, source_id, amount_fen, cause,
     occurred_at, facts, movement_no, period, corrects_period)
    values (key, capture->>'hash', 'capture', the_order, capture->>'payment_id', source, whole, capture->>'cause', at,
            coalesce(capture->'facts', '{}'), 1, case when runs then the_month else ledger_period_of(the_month, null, counties) end,
            case when not runs then nullif(the_month, ledger_period_of(the_month, null, counties)) end)
    returning seq into new_seq;
  perform ledger_add_parts(the_order, sold_at, sale, null, new_seq, whole, at);
  return jsonb_build_object('sold', true, 'seq', new_seq);
end $$;
`;

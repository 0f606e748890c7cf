/** Freezing a sale, alone or together with its first capture. */

// Two buyers of one order cannot be: whoever inserts the sale's row inserts all of it.
/** `ledger_freeze(document)`: answers whether this call froze the sale. */
export const FREEZE = `
create or replace function ledger_freeze(p jsonb) returns boolean language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  order_id text := p->>'order_id';
  sold_at timestamptz := (p->>'sold_at')::timestamptz;
begin
  insert into sale (order_id, sold_at, total_fen) values (order_id, sold_at, (p->>'total_fen')::bigint)
    on conflict do nothing;
  if not found then return false; end if;
  perform ledger_add_parts(order_id, sold_at, p, null);
  return true;
end $$;
`;

/** Lines, credits, leaves and balances of an order: at its sale, and what an edit adds to it later. */
export const ADD_PARTS = `
create or replace function ledger_add_parts(the_order text, sold_at timestamptz, p jsonb, held jsonb) returns void
  language plpgsql as $$
declare
  sold_on date := (sold_at at time zone 'Asia/Shanghai')::date;
  at timestamptz := held->>'occurred_at';
  lines text[] := array(select x->>'order_line_id' from jsonb_array_elements(p->'lines') x);
  credits text[] := array(select x->>'id' from jsonb_array_elements(p->'credits') x);
  written integer;
begin
  insert into sale_line (order_line_id, order_id, product_id, product_title, cooperative_id, cooperative_name,
                         lot_code, quantity, paid_fen, return_days, terms, amendment_id)
    select x->>'order_line_id', the_order, x->>'product_id', x->>'product_title', x->'terms'->>'cooperative_id',
           x->'terms'->>'cooperative_name', x->'terms'->>'lot_code', (x->>'quantity')::bigint,
           (x->>'paid_fen')::bigint, (x->>'return_days')::integer, nullif(x->'terms', 'null'), p->>'amendment_id'
      from jsonb_array_elements(p->'lines') x;
  insert into income_credit (id, order_id, order_line_id, household_id, alias, division_code, linkage, category,
                             weight_g, share_ppm, gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen)
    select x.id, the_order, x.order_line_id, x.household_id, x.alias, x.division_code, x.linkage, x.category,
           x.weight_g, x.share_ppm, x.gross_fen, x.service_fen, x.packing_fen, x.freight_fen, x.platform_fen, x.net_fen
      from jsonb_to_recordset(p->'credits') as x(id text, order_line_id text, household_id text, alias text,
           division_code text, linkage text, category text, weight_g bigint, share_ppm int, gross_fen bigint,
           service_fen bigint, packing_fen bigint, freight_fen bigint, platform_fen bigint, net_fen bigint)
     where x.id = x.order_line_id || ':' || x.household_id;
  get diagnostics written = row_count;
  if written <> cardinality(credits) then
    raise exception 'yigou:ungrounded a credit under a strange id' using errcode = 'check_violation';
  end if;
  insert into sale_leaf (id, order_id, order_line_id, part, owner_id, credit_id, amount_fen, amendment_id)
    select x.id, the_order, x.order_line_id, x.part, x.owner_id, x.credit_id, x.amount_fen, p->>'amendment_id'
      from jsonb_to_recordset(p->'leaves') as x(id text, order_line_id text, part text, owner_id text,
           credit_id text, amount_fen bigint)
     where (x.order_line_id is null or x.order_line_id = any(lines)) and (x.credit_id is null or x.credit_id = any(credits));
  get diagnostics written = row_count;
  if written <> jsonb_array_length(p->'leaves') then
    raise exception 'yigou:ungrounded a leaf without its line or credit' using errcode = 'foreign_key_violation';
  end if;
  insert into credit_balance (credit_id, order_id, order_line_id, household_id, division_code, cooperative_id,
                              product_id, category, sold_on, credited_fen, expected_fen, last_moved_at)
    select c.id, the_order, c.order_line_id, c.household_id, c.division_code, l.terms->>'cooperative_id',
           l.product_id, c.category, sold_on, coalesce(h.amount_fen, 0), coalesce(h.amount_fen, 0),
           case when h.amount_fen > 0 then at end
      from jsonb_to_recordset(p->'credits') as c(id text, order_line_id text, household_id text, division_code text, category text)
      join jsonb_to_recordset(p->'lines') as l(order_line_id text, product_id text, terms jsonb) using (order_line_id)
      left join jsonb_to_recordset(held->'postings') as h(credit_id text, amount_fen bigint) on h.credit_id = c.id;
  get diagnostics written = row_count;
  if written <> cardinality(credits) then
    raise exception 'yigou:ungrounded a credit without its line' using errcode = 'foreign_key_violation';
  end if;
end $$;
`;

/** `ledger_sell(document)`: freezes a sale and posts its first capture in one round trip. */
export const SELL = `
create or replace function ledger_sell(p jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  sale jsonb := p->'sale';
  capture jsonb := p->'capture';
  legs jsonb := capture->'postings';
  the_order text := sale->>'order_id';
  at timestamptz := capture->>'occurred_at';
  the_month integer := ledger_month(at);
  runs boolean := the_month >= ledger_month(clock_timestamp() + interval '1 day');
  counties text[] := '{}';
  rest bigint := 0;
  leaves text[] := array(select x->>'id' from jsonb_array_elements(sale->'leaves') x);
  written integer;
  new_seq bigint;
begin
  insert into sale (order_id, sold_at, total_fen)
    values (the_order, (sale->>'sold_at')::timestamptz, (sale->>'total_fen')::bigint) on conflict do nothing;
  if not found then return jsonb_build_object('sold', false); end if;
  for i in 0 .. jsonb_array_length(legs) - 1 loop
    rest := rest + (legs->i->>'amount_fen')::bigint;
  end loop;
  if rest <> 0 then
    raise exception 'yigou:ledger_unbalanced transaction % by % fen', capture->>'key', rest
      using errcode = 'check_violation';
  end if;
  for i in 0 .. case when runs then -1 else jsonb_array_length(sale->'credits') - 1 end loop
    counties := counties || left(sale->'credits'->i->>'division_code', 6);
  end loop;
  insert into ledger_transaction
    (idempotency_key, input_hash, kind, order_id, payment_id, source_id, amount_fen, cause,
     occurred_at, facts, movement_no, period, corrects_period)
    values (capture->>'key', capture->>'hash', capture->>'kind', the_order, capture->>'payment_id',
            capture->>'source_id', (capture->>'amount_fen')::bigint, capture->>'cause', at,
            coalesce(capture->'facts', '{}'), 1, case when runs then the_month else ledger_period_of(the_month, null, counties) end,
            case when not runs then nullif(the_month, ledger_period_of(the_month, null, counties)) end)
    returning seq into new_seq;
  perform ledger_add_parts(the_order, (sale->>'sold_at')::timestamptz, sale, capture);
  insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
    select new_seq, n, l->>'account_id', the_order, l->>'leaf_id', l->>'credit_id', (l->>'amount_fen')::bigint
      from jsonb_array_elements(legs) with ordinality as x(l, n)
     where l->>'leaf_id' is null or l->>'leaf_id' = any(leaves);
  get diagnostics written = row_count;
  if written <> jsonb_array_length(legs) then
    raise exception 'yigou:ungrounded a leg without its leaf' using errcode = 'foreign_key_violation';
  end if;
  return jsonb_build_object('sold', true, 'seq', new_seq);
end $$;
`;

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
  language sql as $$
  with lines as (
    insert into sale_line (order_line_id, order_id, product_id, product_title, cooperative_id, cooperative_name,
                           lot_code, quantity, paid_fen, return_days, terms, amendment_id)
    select x.order_line_id, the_order, x.product_id, x.product_title, x.terms->>'cooperative_id',
           x.terms->>'cooperative_name', x.terms->>'lot_code', x.quantity, x.paid_fen, x.return_days, x.terms,
           p->>'amendment_id'
      from jsonb_to_recordset(p->'lines') as x(order_line_id text, product_id text, product_title text,
           quantity bigint, paid_fen bigint, return_days int, terms jsonb)
    returning order_line_id, product_id, cooperative_id),
  credits as (
    insert into income_credit (id, order_id, order_line_id, household_id, alias, division_code, linkage, category,
                               weight_g, share_ppm, gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen)
    select x.id, the_order, x.order_line_id, x.household_id, x.alias, x.division_code, x.linkage, x.category,
           x.weight_g, x.share_ppm, x.gross_fen, x.service_fen, x.packing_fen, x.freight_fen, x.platform_fen, x.net_fen
      from jsonb_to_recordset(p->'credits') as x(id text, order_line_id text, household_id text, alias text,
           division_code text, linkage text, category text, weight_g bigint, share_ppm int, gross_fen bigint,
           service_fen bigint, packing_fen bigint, freight_fen bigint, platform_fen bigint, net_fen bigint)
    returning id, order_line_id, household_id, division_code, category),
  leaves as (
    insert into sale_leaf (id, order_id, order_line_id, part, owner_id, credit_id, amount_fen, amendment_id)
    select x.id, the_order, x.order_line_id, x.part, x.owner_id, x.credit_id, x.amount_fen, p->>'amendment_id'
      from jsonb_to_recordset(p->'leaves') as x(id text, order_line_id text, part text, owner_id text,
           credit_id text, amount_fen bigint))
  insert into credit_balance (credit_id, order_id, order_line_id, household_id, division_code, cooperative_id,
                              product_id, category, sold_on, credited_fen, expected_fen, last_moved_at)
  select c.id, the_order, c.order_line_id, c.household_id, c.division_code, l.cooperative_id, l.product_id,
         c.category, (sold_at at time zone 'Asia/Shanghai')::date, coalesce(h.fen, 0), coalesce(h.fen, 0), h.at
    from credits c join lines l using (order_line_id)
    left join (select x.credit_id, x.amount_fen as fen, (held->>'occurred_at')::timestamptz as at
                 from jsonb_to_recordset(held->'postings') as x(credit_id text, amount_fen bigint)
                where x.credit_id is not null) h on h.credit_id = c.id;
$$;
`;

/** `ledger_sell(document)`: freezes a sale and posts its first capture in one round trip. */
export const SELL = `
create or replace function ledger_sell(p jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  sale jsonb := p->'sale';
  capture jsonb := p->'capture';
  the_order text := sale->>'order_id';
  at timestamptz := (capture->>'occurred_at')::timestamptz;
  counties text[];
  new_seq bigint;
begin
  insert into sale (order_id, sold_at, total_fen)
    values (the_order, (sale->>'sold_at')::timestamptz, (sale->>'total_fen')::bigint) on conflict do nothing;
  if not found then return jsonb_build_object('sold', false); end if;
  select coalesce(array_agg(distinct left(x.division_code, 6)), '{}') into counties
    from jsonb_to_recordset(sale->'credits') as x(division_code text);
  new_seq := ledger_head(capture, at, counties);
  if new_seq is null then
    raise exception 'yigou:ledger_key_reused %', capture->>'key' using errcode = 'unique_violation';
  end if;
  perform ledger_add_parts(the_order, (sale->>'sold_at')::timestamptz, sale, capture);
  insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
    select new_seq, x.leg, x.account_id, the_order, x.leaf_id, x.credit_id, x.amount_fen
      from rows from (jsonb_to_recordset(capture->'postings')
        as (account_id text, leaf_id text, credit_id text, amount_fen bigint))
        with ordinality as x(account_id, leaf_id, credit_id, amount_fen, leg);
  return jsonb_build_object('sold', true, 'seq', new_seq);
end $$;
`;

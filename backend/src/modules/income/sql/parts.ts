/** The frozen parts of a sale, and the legs of a capture that comes with it. */

// One statement: what the document says is read once, and rows are told apart by their place in it. Ids are
// made here from what they name, so that a credit or a leaf under a strange id, without its line or without
// its credit cannot be; what else the guards ask of other writers is added up in the last line.
// `lines`: [{order_line_id, product_id, product_title, quantity, paid_fen, return_days, terms,
//   credits: [[household_id, alias, division_code, linkage, category, weight_g, share_ppm, gross_fen, service_fen,
//              packing_fen, freight_fen, platform_fen, net_fen, captured_fen]],
//   leaves: [[part, owner_id, amount_fen, captured_fen]]}], `apart`: [[id, part, owner_id, amount_fen, captured_fen]].
// A household's leaf follows from its credit. A capture's legs are numbered in this order, the buyers' first.
/**
 * Lines, credits, leaves and balances of an order: at its sale, and what an edit adds to it later. With the
 * number of a capture (its transaction stands already) also its legs, which add up to zero by their making.
 */
export const ADD_PARTS = `
drop function if exists ledger_add_parts(text, timestamptz, jsonb, jsonb);
create or replace function ledger_add_parts(the_order text, sold_at timestamptz, p jsonb, amendment text,
    new_seq bigint, whole bigint, at timestamptz) returns void
  language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  sold_on date := (sold_at at time zone 'Asia/Shanghai')::date;
  sound boolean;
  taken bigint;
begin
  with line as materialized (
    select n, x->>'order_line_id' as id, x->>'product_id' as product_id, (x->>'paid_fen')::bigint as paid_fen,
           x->'terms'->>'cooperative_id' as cooperative_id, x->'credits' as credits, x->'leaves' as leaves, x
      from jsonb_array_elements(p->'lines') with ordinality as e(x, n)),
  credit as materialized (
    select l.n, e.k, l.id as line_id, l.product_id, l.cooperative_id, c->>0 as household_id, l.id || ':' || (c->>0) as id,
           c->>1 as alias, c->>2 as division_code, c->>3 as linkage, c->>4 as category, (c->>5)::bigint as weight_g,
           (c->>6)::integer as share_ppm, (c->>7)::bigint as gross_fen, (c->>8)::bigint as service_fen,
           (c->>9)::bigint as packing_fen, (c->>10)::bigint as freight_fen, (c->>11)::bigint as platform_fen,
           (c->>12)::bigint as net_fen, (c->>13)::bigint as came
      from line l, jsonb_array_elements(l.credits) with ordinality as e(c, k)),
  leaf as materialized (
    select n, 0 as side, k, line_id, id || ':household' as id, 'household' as part, household_id as owner_id,
           id as credit_id, net_fen as fen, came from credit where net_fen > 0
    union all
    select l.n, 1, e.k, l.id, l.id || ':' || (f->>0), f->>0, f->>1, null, (f->>2)::bigint, (f->>3)::bigint
      from line l, jsonb_array_elements(l.leaves) with ordinality as e(f, k)
    union all
    select null, 2, e.k, null, f->>0, f->>1, f->>2, null, (f->>3)::bigint, (f->>4)::bigint
      from jsonb_array_elements(p->'apart') with ordinality as e(f, k)),
  lines as (
    insert into sale_line (order_line_id, order_id, product_id, product_title, cooperative_id, cooperative_name,
                           lot_code, quantity, paid_fen, return_days, terms, amendment_id)
      select id, the_order, product_id, x->>'product_title', cooperative_id, x->'terms'->>'cooperative_name',
             x->'terms'->>'lot_code', (x->>'quantity')::bigint, paid_fen, (x->>'return_days')::integer,
             nullif(x->'terms', 'null'), amendment
        from line
      returning quantity > 0 and paid_fen >= 0 and return_days between 0 and 365 as sound),
  credits as (
    insert into income_credit (id, order_id, order_line_id, household_id, alias, division_code, linkage, category,
                               weight_g, share_ppm, gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen)
      select id, the_order, line_id, household_id, alias, division_code, linkage, category,
             weight_g, share_ppm, gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen from credit),
  leaves as (
    insert into sale_leaf (id, order_id, order_line_id, part, owner_id, credit_id, amount_fen, amendment_id)
      select id, the_order, line_id, part, owner_id, credit_id, fen, amendment from leaf),
  balances as (
    insert into credit_balance (credit_id, order_id, order_line_id, household_id, division_code, cooperative_id,
                                product_id, category, sold_on, credited_fen, expected_fen, last_moved_at)
      select id, the_order, line_id, household_id, division_code, cooperative_id, product_id, category, sold_on,
             came, came, case when came > 0 then at end
        from credit),
  legs as (
    insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
      select new_seq, row_number() over (order by step, n, side, k), account_id, the_order, leaf_id, credit_id, fen
        from (select 0 as step, null::bigint as n, 0 as side, 0::bigint as k, 'buyers' as account_id,
                     null as leaf_id, null as credit_id, -whole as fen
              union all
              select 1, n, side, k, part || ':' || owner_id || case side when 0 then ':expected' else '' end, id, credit_id, came
                from leaf
              union all
              select 2, null, 0, 0, 'unattributed', null, null, whole - (select coalesce(sum(came), 0) from leaf)) x
       where new_seq is not null and fen <> 0)
  select coalesce((select bool_and(l.sound) from lines l), true)
         and coalesce((select bool_and(income_credit_sound(c.category, c.weight_g, c.share_ppm, c.gross_fen,
               c.service_fen, c.packing_fen, c.freight_fen, c.platform_fen, c.net_fen)) from credit c), true)
         and coalesce((select bool_and(fen >= 0 and came between 0 and fen and sale_leaf_sound(part)) from leaf), true)
         and not exists (select 1 from credit c where c.net_fen <= 0 and c.came <> 0),
         coalesce((select sum(came) from leaf), 0)
    into sound, taken;
  if sound is not true then
    raise exception 'yigou:unsound a part of a sale' using errcode = 'check_violation';
  end if;
  if new_seq is not null and (taken > whole or whole <= 0) then
    raise exception 'yigou:ledger_unbalanced transaction % by % fen', new_seq, taken - whole using errcode = 'check_violation';
  end if;
end $$;
`;

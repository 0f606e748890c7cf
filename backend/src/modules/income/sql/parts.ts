/** The frozen parts of a sale, and the legs of a capture that comes with it. */
import { CREDITS } from "./credit-rows";

// One statement: what the document says is read once, and rows are told apart by their place in it. Ids are
// made here from what they name, so that a credit or a leaf under a strange id, without its line or without
// its credit cannot be; what else the guards ask of other writers is added up in the last line.
// `lines`: [{order_line_id, product_id, product_title, quantity, paid_fen, return_days, terms, merged?,
//   shares: "{share_ppm, service, packing, freight, platform, net, captured, and so for each household}",
//   captured: "{service, packing, freight, platform, unattributed}"}],
//   `apart`: [[id, part, owner_id, amount_fen, captured_fen]].
// The households are the contributors of the terms, or those of `merged` where one of them came twice. Whole numbers
// come as arrays in text: read in one go, they cost a third of so many numbers in JSON.
/**
 * Lines, credits and balances of an order: at its sale, and what an edit adds to it later. With the number of a
 * capture (its transaction stands already) also its legs, which add up to zero by their making.
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
           x->'terms'->>'cooperative_id' as cooperative_id, nullif(x->'terms', 'null') as terms,
           coalesce(x->'merged', x->'terms'->'contributors') as households,
           (x->>'shares')::bigint[] as shares, (x->>'captured')::bigint[] as captured, x
      from jsonb_array_elements(p->'lines') with ordinality as e(x, n)),
  credit as materialized (
    select l.n, l.id as line_id, l.product_id, l.cooperative_id, c->>'household_id' as household_id,
           l.id || ':' || (c->>'household_id') as id, c->>'alias' as alias, c->>'division_code' as division_code,
           c->>'linkage' as linkage, c->>'category' as category, (c->>'weight_g')::bigint as weight_g,
           l.shares[k * 7 - 6]::integer as share_ppm, l.shares[k * 7 - 5] as service_fen, l.shares[k * 7 - 4] as packing_fen,
           l.shares[k * 7 - 3] as freight_fen, l.shares[k * 7 - 2] as platform_fen, l.shares[k * 7 - 1] as net_fen,
           l.shares[k * 7] as came
      from line l, rows from (jsonb_array_elements(l.households)) with ordinality as e(c, k)),
  part as materialized (
    select l.id || ':' || v.part as id, v.part || ':' || v.owner_id as account_id, coalesce(v.fen, 0) as fen,
           coalesce(v.came, 0) as came
      from line l
      left join (select n, sum(service_fen) as service, sum(packing_fen) as packing, sum(freight_fen) as freight,
                        sum(platform_fen) as platform from credit group by n) s on s.n = l.n
     cross join lateral (values ('service', l.cooperative_id, s.service, l.captured[1]),
       ('packing', l.cooperative_id, s.packing, l.captured[2]), ('freight', l.cooperative_id, s.freight, l.captured[3]),
       ('platform', 'platform', s.platform, l.captured[4]),
       ('unattributed', 'platform', case when l.terms is null then l.paid_fen end, l.captured[5])) v(part, owner_id, fen, came)
     where v.came <> 0),
  apart as materialized (
    select f->>0 as id, f->>1 as part, f->>2 as owner_id, (f->>3)::bigint as fen, (f->>4)::bigint as came
      from jsonb_array_elements(p->'apart') as e(f)),
  lines as (
    insert into sale_line (order_line_id, order_id, product_id, product_title, cooperative_id, cooperative_name,
                           lot_code, quantity, paid_fen, return_days, terms, amendment_id)
      select id, the_order, product_id, x->>'product_title', cooperative_id, terms->>'cooperative_name',
             terms->>'lot_code', (x->>'quantity')::bigint, paid_fen, (x->>'return_days')::integer, terms, amendment
        from line
      returning quantity > 0 and paid_fen >= 0 and return_days between 0 and 365 as sound),
${CREDITS}
  aparts as (
    insert into sale_apart (id, order_id, part, owner_id, amount_fen, amendment_id)
      select id, the_order, part, owner_id, fen, amendment from apart),
  balances as (
    insert into credit_balance (credit_id, order_id, order_line_id, household_id, division_code, cooperative_id,
                                product_id, category, sold_on, credited_fen, expected_fen, last_moved_at)
      select id, the_order, line_id, household_id, division_code, cooperative_id, product_id, category, sold_on,
             came, came, case when came > 0 then at end
        from credit),
  legs as (
    insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
      select new_seq, row_number() over (), account_id, the_order, leaf_id, credit_id, fen
        from (select 'buyers' as account_id, null as leaf_id, null as credit_id, -whole as fen
              union all
              select 'household:' || household_id || ':expected', id || ':household', id, came from credit
              union all
              select account_id, id, null, came from part
              union all
              select part || ':' || owner_id, id, null, came from apart
              union all
              select 'unattributed', null, null, whole - (select coalesce(sum(came), 0) from credit)::bigint
                - (select coalesce(sum(came), 0) from part)::bigint - (select coalesce(sum(came), 0) from apart)::bigint) x
       where new_seq is not null and fen <> 0)
  select coalesce((select bool_and(l.sound) from lines l), true)
         and coalesce((select bool_and(came between 0 and net_fen and income_credit_sound(c.category, c.weight_g, c.share_ppm,
               c.service_fen + c.packing_fen + c.freight_fen + c.platform_fen + c.net_fen,
               c.service_fen, c.packing_fen, c.freight_fen, c.platform_fen, c.net_fen)) from credit c), true)
         and coalesce((select bool_and(came between 0 and fen) from part), true)
         and coalesce((select bool_and(fen >= 0 and came between 0 and fen and sale_leaf_sound(part)) from apart), true),
         (select coalesce(sum(came), 0) from credit) + (select coalesce(sum(came), 0) from part)
         + (select coalesce(sum(came), 0) from apart)
    into sound, taken;
  if sound is not true then
    raise exception 'yigou:unsound a part of a sale' using errcode = 'check_violation';
  end if;
  if new_seq is not null and (taken > whole or whole <= 0) then
    raise exception 'yigou:ledger_unbalanced transaction % by % fen', new_seq, taken - whole using errcode = 'check_violation';
  end if;
end $$;
`;

/** A sale that is paid for in one piece, of goods that households stand behind: what most orders are. */
import { CREDITS } from "./credit-rows";

// The general way costs a statement of fifty plan nodes, most of them for what a plain sale has not: goods that are
// nobody's, delivery and tax, an amount that covers only a part. Here every leaf is captured to its full amount, so
// that the legs are the leaves. Arguments cost half of a document, and whole numbers in an array a third of those in JSON.
// `goods`: [{order_line_id, product_id, product_title, quantity, paid_fen, return_days, terms}], each with terms;
// `shares`: share_ppm, service, packing, freight, platform, net of each household of the first line, of the next, and so
// on, in the order of the contributors; `starts`: how many numbers of it come before those of each line.
/**
 * `ledger_sell_whole(...)`: freezes a sale and posts its first capture, which is all of it, in one round trip. Answers
 * the transaction's number; null when the sale was frozen before, and nothing is posted then.
 */
export const SELL_WHOLE = `
create or replace function ledger_sell_whole(the_order text, sold_at timestamptz, capture_id text, hash text, payment text,
    whole bigint, at timestamptz, why text, goods jsonb, starts integer[], shares bigint[]) returns bigint language plpgsql
  security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  sold_on date := sold_at at time zone 'Asia/Shanghai';
  the_month integer := ledger_month(at);
  runs boolean := at >= date_trunc('month', clock_timestamp() + interval '1 day', 'Asia/Shanghai');
  counties text[];
  new_seq bigint;
  sound boolean;
  parted bigint;
begin
  if (whole > 0) is not true then
    raise exception 'yigou:unsound the capture %', capture_id using errcode = 'check_violation';
  end if;
  insert into sale (order_id, sold_at, total_fen) values (the_order, sold_at, whole) on conflict do nothing;
  if not found then return null; end if;
  if not runs then
    counties := array(select distinct left(c->>'division_code', 6)
                        from jsonb_array_elements(goods) l, jsonb_array_elements(l->'terms'->'contributors') c);
  end if;
  insert into ledger_transaction
    (idempotency_key, input_hash, kind, order_id, payment_id, source_id, amount_fen, cause,
     occurred_at, facts, movement_no, period, corrects_period)
    values ('capture:' || capture_id, hash, 'capture', the_order, payment, capture_id, whole, why, at, '{}', 1,
            case when runs then the_month else ledger_period_of(the_month, null, counties) end,
            case when not runs then nullif(the_month, ledger_period_of(the_month, null, counties)) end)
    returning seq into new_seq;
  with credit as materialized (
    select x->>'order_line_id' as line_id, x->>'product_id' as product_id, x->'terms'->>'cooperative_id' as cooperative_id,
           c->>'household_id' as household_id, (x->>'order_line_id') || ':' || (c->>'household_id') as id,
           c->>'alias' as alias, c->>'division_code' as division_code, c->>'linkage' as linkage, c->>'category' as category,
           (c->>'weight_g')::bigint as weight_g, shares[s + k * 6 - 5]::integer as share_ppm,
           shares[s + k * 6 - 4] as service_fen, shares[s + k * 6 - 3] as packing_fen, shares[s + k * 6 - 2] as freight_fen,
           shares[s + k * 6 - 1] as platform_fen, shares[s + k * 6] as net_fen
      from rows from (jsonb_array_elements(goods), unnest(starts)) as l(x, s),
           rows from (jsonb_array_elements(x->'terms'->'contributors')) with ordinality as e(c, k)),
  lines as (
    insert into sale_line (order_line_id, order_id, product_id, product_title, cooperative_id, cooperative_name,
                           lot_code, quantity, paid_fen, return_days, terms)
      select x->>'order_line_id', the_order, x->>'product_id', x->>'product_title', x->'terms'->>'cooperative_id',
             x->'terms'->>'cooperative_name', x->'terms'->>'lot_code', (x->>'quantity')::bigint, (x->>'paid_fen')::bigint,
             (x->>'return_days')::integer, x->'terms'
        from jsonb_array_elements(goods) as l(x)
      returning quantity > 0 and paid_fen >= 0 and return_days between 0 and 365 as sound),
${CREDITS}
  balances as (
    insert into credit_balance (credit_id, order_id, order_line_id, household_id, division_code, cooperative_id,
                                product_id, category, sold_on, credited_fen, expected_fen, last_moved_at)
      select id, the_order, line_id, household_id, division_code, cooperative_id, product_id, category, sold_on,
             net_fen, net_fen, case when net_fen > 0 then at end
        from credit),
  legs as (
    insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
      select new_seq, row_number() over (), account_id, the_order, leaf_id, credit_id, fen
        from (select 'buyers' as account_id, null as leaf_id, null as credit_id, -whole as fen
              union all
              select 'household:' || household_id || ':expected', id || ':household', id, net_fen from credit where net_fen <> 0
              union all
              select v.part || ':' || v.owner_id, p.line_id || ':' || v.part, null, v.fen
                from (select line_id, cooperative_id, cast(sum(service_fen) as bigint) as service,
                             cast(sum(packing_fen) as bigint) as packing, cast(sum(freight_fen) as bigint) as freight,
                             cast(sum(platform_fen) as bigint) as platform
                        from credit group by line_id, cooperative_id) p
               cross join lateral (values ('service', p.cooperative_id, p.service), ('packing', p.cooperative_id, p.packing),
                 ('freight', p.cooperative_id, p.freight), ('platform', 'platform', p.platform)) v(part, owner_id, fen)
               where v.fen <> 0) x)
  select bool_and(income_credit_sound(c.category, c.weight_g, c.share_ppm,
           c.service_fen + c.packing_fen + c.freight_fen + c.platform_fen + c.net_fen,
           c.service_fen, c.packing_fen, c.freight_fen, c.platform_fen, c.net_fen)) and (select bool_and(l.sound) from lines l),
         sum(c.service_fen + c.packing_fen + c.freight_fen + c.platform_fen + c.net_fen)
    into sound, parted from credit c;
  if sound is not true then
    raise exception 'yigou:unsound a part of a sale' using errcode = 'check_violation';
  end if;
  if parted <> whole then
    raise exception 'yigou:ledger_unbalanced transaction % by % fen', new_seq, parted - whole using errcode = 'check_violation';
  end if;
  return new_seq;
end $$;
`;

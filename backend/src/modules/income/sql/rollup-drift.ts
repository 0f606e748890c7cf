/** The functions that compute the roll-ups a second time, straight from the postings, and compare. */
import { CREDITS, REVERSES } from "./rollup-legs";

/**
 * `income_rollup_expected(until)`: every row that `income_rollup` must hold, by plain aggregation;
 * `income_rollup_drift(most)`: the rows that differ, none when all is well.
 */
export const ROLLUP_DRIFT = `
create or replace function income_credit_standing(until xid8)
returns table (credit_id text, household_id text, division_code text, category text, countable boolean, sold_on date,
  month integer, credited_fen bigint, reversed_fen bigint, expected_fen bigint, earned_fen bigint, settled_fen bigint,
  paid_fen bigint, confirmed_fen bigint)
language sql stable set search_path = public, pg_temp as $$
    select b.credit_id, b.household_id, b.division_code, b.category, b.countable, b.sold_on, to_char(b.sold_on, 'YYYYMM')::int as month,
           coalesce(sum(p.amount_fen) filter (where p.amount_fen > 0 and ${CREDITS}), 0) as credited_fen,
           coalesce(-sum(p.amount_fen) filter (where p.amount_fen < 0 and ${REVERSES}), 0) as reversed_fen,
           coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'expected'), 0) as expected_fen,
           coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'earned'), 0) as earned_fen,
           coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'settled'), 0) as settled_fen,
           coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'paid'), 0) as paid_fen,
           coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'confirmed'), 0) as confirmed_fen
      from ledger_posting p
      join ledger_transaction t on t.seq = p.transaction_seq
      join credit_balance b on b.credit_id = p.credit_id
     where p.account_id like 'household:%' and t.written_in < until
     group by b.credit_id;
$$;

create or replace function income_rollup_expected(until xid8)
returns table (depth smallint, category text, scope_code text, period integer, households bigint, credits bigint,
  credited_fen bigint, reversed_fen bigint, expected_fen bigint, earned_fen bigint, settled_fen bigint, paid_fen bigint,
  confirmed_fen bigint, uncounted_fen bigint, newest_on date)
language sql stable set search_path = public, pg_temp as $$
  select d.depth::smallint, v.category, left(c.division_code, d.depth), v.period,
         count(distinct c.household_id) filter (where case when v.category = 'public' then c.public_fen > 0 else c.credited_fen > 0 end),
         coalesce(sum(v.one) filter (where c.credited_fen > 0), 0)::bigint, sum(c.credited_fen * v.one), sum(c.reversed_fen * v.one),
         sum(c.expected_fen * v.one), sum(c.earned_fen * v.one), sum(c.settled_fen * v.one), sum(c.paid_fen * v.one),
         sum(c.confirmed_fen * v.one), sum(c.uncounted_fen * v.one), max(c.sold_on) filter (where v.one = 1 and c.credited_fen > 0)
    from (select *, case when countable then 0 else settled_fen + paid_fen + confirmed_fen end as uncounted_fen,
                 case when countable then settled_fen + paid_fen + confirmed_fen else 0 end as public_fen
            from income_credit_standing(until)) c,
         lateral (values ('', 0, 1), ('', c.month / 100, 1), ('', c.month, 1), (c.category, 0, 1),
                         (c.category, c.month / 100, 1), (c.category, c.month, 1), ('public', 0, 0)) as v(category, period, one)
    cross join (values (0), (2), (4), (6), (9)) as d(depth)
   group by 1, 2, 3, 4;
$$;

create or replace function income_rollup_drift(most integer default 100)
returns table (source text, key text, rolled jsonb, recomputed jsonb)
language plpgsql stable set search_path = public, pg_temp as $$
declare mark xid8;
begin
  select w.upto into mark from ledger_watermark w where w.name = 'income_rollup';
  return query
  select 'income_rollup', concat_ws('/', coalesce(r.depth, e.depth), coalesce(r.category, e.category),
                                    coalesce(r.scope_code, e.scope_code), coalesce(r.period, e.period)),
         to_jsonb(r), to_jsonb(e)
    from (select * from income_rollup i where i.households <> 0 or i.category <> 'public') r
    full join (select * from income_rollup_expected(mark) x where x.households <> 0 or x.category <> 'public') e
      on e.depth = r.depth and e.category = r.category and e.scope_code = r.scope_code and e.period = r.period
   where to_jsonb(r) is distinct from to_jsonb(e)
   limit most;
  return query
  select 'income_rollup_household', concat_ws('/', coalesce(r.household_id, e.household_id), coalesce(r.division_code, e.division_code)),
         to_jsonb(r), to_jsonb(e)
    from income_rollup_household r
    full join (
      select c.household_id, c.division_code, count(*) filter (where c.credited_fen > 0) as credits,
             sum(c.credited_fen)::bigint as credited_fen, sum(c.reversed_fen)::bigint as reversed_fen,
             sum(c.expected_fen)::bigint as expected_fen, sum(c.earned_fen)::bigint as earned_fen,
             sum(c.settled_fen)::bigint as settled_fen, sum(c.paid_fen)::bigint as paid_fen,
             sum(c.confirmed_fen)::bigint as confirmed_fen,
             coalesce(sum(c.settled_fen + c.paid_fen + c.confirmed_fen) filter (where not c.countable), 0)::bigint as uncounted_fen,
             max(c.sold_on) filter (where c.credited_fen > 0) as newest_on,
             coalesce(array_agg(distinct c.category || '/' || c.month order by c.category || '/' || c.month)
                        filter (where c.credited_fen > 0), '{}') as cells
        from income_credit_standing(mark) c
       group by c.household_id, c.division_code
    ) e on e.household_id = r.household_id and e.division_code = r.division_code
   where to_jsonb(r) is distinct from to_jsonb(e)
   limit most;
  return query
  select 'income_rollup_period', concat_ws('/', coalesce(r.county_code, e.county_code), coalesce(r.period, e.period),
                                           coalesce(r.kind, e.kind), coalesce(r.category, e.category)),
         to_jsonb(r), to_jsonb(e)
    from income_rollup_period r
    full join (
      select left(b.division_code, 6) as county_code, t.period, t.kind, b.category,
             coalesce(sum(p.amount_fen) filter (where p.amount_fen > 0), 0)::bigint as in_fen,
             coalesce(-sum(p.amount_fen) filter (where p.amount_fen < 0), 0)::bigint as out_fen
        from ledger_posting p
        join ledger_transaction t on t.seq = p.transaction_seq
        join credit_balance b on b.credit_id = p.credit_id
       where p.account_id like 'household:%' and t.written_in < mark
       group by 1, 2, 3, 4
    ) e on e.county_code = r.county_code and e.period = r.period and e.kind = r.kind and e.category = r.category
   where to_jsonb(r) is distinct from to_jsonb(e)
   limit most;
end $$;
`;

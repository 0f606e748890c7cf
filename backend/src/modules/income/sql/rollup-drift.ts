/** The functions that compute the roll-ups a second time, straight from the postings, and compare. */
import { CREDITS, REVERSES } from "./rollup-legs";

/** Every row that the roll-ups must hold, by aggregation over all postings before `until`. */
export const ROLLUP_EXPECTED = `
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
language sql stable set search_path = public, pg_temp set work_mem = '128MB' as $$
  with credit as materialized (
    select *, left(division_code, 9) as place, settled_fen + paid_fen + confirmed_fen as received_fen
      from income_credit_standing(until)),
  mark as materialized (
    select distinct c.household_id, c.place, v.category, v.period
      from (select distinct household_id, place, category, month from credit where credited_fen > 0) c,
           lateral (values ('', 0), ('', c.month / 100), ('', c.month), (c.category, 0), (c.category, c.month / 100),
                           (c.category, c.month)) as v(category, period)
    union all
    select household_id, place, 'public', 0 from credit where countable group by 1, 2 having sum(received_fen) > 0),
  -- Who lives in one place is counted once in all that lies above it; the few others are counted one by one.
  several as materialized (
    select household_id from (select distinct household_id, place from mark) x group by 1 having count(*) > 1),
  money as (
    select place, category, month, count(*) filter (where credited_fen > 0) as credits, sum(credited_fen)::bigint as credited_fen,
           sum(reversed_fen)::bigint as reversed_fen, sum(expected_fen)::bigint as expected_fen,
           sum(earned_fen)::bigint as earned_fen, sum(settled_fen)::bigint as settled_fen, sum(paid_fen)::bigint as paid_fen,
           sum(confirmed_fen)::bigint as confirmed_fen, coalesce(sum(received_fen) filter (where not countable), 0)::bigint as uncounted_fen,
           max(sold_on) filter (where credited_fen > 0) as newest_on
      from credit group by 1, 2, 3),
  lowest as materialized (
    select x.place, x.category, x.period, sum(x.households)::bigint as households, sum(x.credits)::bigint as credits,
           sum(x.credited_fen)::bigint as credited_fen, sum(x.reversed_fen)::bigint as reversed_fen,
           sum(x.expected_fen)::bigint as expected_fen, sum(x.earned_fen)::bigint as earned_fen,
           sum(x.settled_fen)::bigint as settled_fen, sum(x.paid_fen)::bigint as paid_fen,
           sum(x.confirmed_fen)::bigint as confirmed_fen, sum(x.uncounted_fen)::bigint as uncounted_fen,
           max(x.newest_on) as newest_on
      from (
        select m.place, m.category, m.period, count(*) as households, 0 as credits, 0 as credited_fen, 0 as reversed_fen,
               0 as expected_fen, 0 as earned_fen, 0 as settled_fen, 0 as paid_fen, 0 as confirmed_fen, 0 as uncounted_fen,
               null::date as newest_on
          from mark m where not exists (select 1 from several s where s.household_id = m.household_id) group by 1, 2, 3
        union all
        select m.place, v.category, v.period, 0, m.credits, m.credited_fen, m.reversed_fen, m.expected_fen, m.earned_fen,
               m.settled_fen, m.paid_fen, m.confirmed_fen, m.uncounted_fen, m.newest_on
          from money m,
               lateral (values ('', 0), ('', m.month / 100), ('', m.month), (m.category, 0), (m.category, m.month / 100),
                               (m.category, m.month)) as v(category, period)) x
     group by 1, 2, 3)
  select x.depth::smallint, x.category, x.scope_code, x.period, sum(x.households), sum(x.credits), sum(x.credited_fen),
         sum(x.reversed_fen), sum(x.expected_fen), sum(x.earned_fen), sum(x.settled_fen), sum(x.paid_fen),
         sum(x.confirmed_fen), sum(x.uncounted_fen), max(x.newest_on)
    from (
      select d.depth, l.category, left(l.place, d.depth) as scope_code, l.period, l.households, l.credits, l.credited_fen,
             l.reversed_fen, l.expected_fen, l.earned_fen, l.settled_fen, l.paid_fen, l.confirmed_fen, l.uncounted_fen, l.newest_on
        from lowest l cross join (values (0), (2), (4), (6), (9)) as d(depth)
      union all
      select d.depth, m.category, left(m.place, d.depth), m.period, count(distinct m.household_id),
             0, 0, 0, 0, 0, 0, 0, 0, 0, null
        from mark m join several s using (household_id) cross join (values (0), (2), (4), (6), (9)) as d(depth)
       group by 1, 2, 3, 4) x
   group by 1, 2, 3, 4;
$$;

create or replace function income_rollup_household_expected(until xid8) returns setof income_rollup_household
language sql stable set search_path = public, pg_temp set work_mem = '128MB' as $$
  select c.household_id, c.division_code, count(*) filter (where c.credited_fen > 0) as credits,
         sum(c.credited_fen)::bigint, sum(c.reversed_fen)::bigint, sum(c.expected_fen)::bigint, sum(c.earned_fen)::bigint,
         sum(c.settled_fen)::bigint, sum(c.paid_fen)::bigint, sum(c.confirmed_fen)::bigint,
         coalesce(sum(c.settled_fen + c.paid_fen + c.confirmed_fen) filter (where not c.countable), 0)::bigint,
         max(c.sold_on) filter (where c.credited_fen > 0),
         coalesce(array_agg(distinct c.category || '/' || c.month) filter (where c.credited_fen > 0), '{}')
    from income_credit_standing(until) c
   group by c.household_id, c.division_code;
$$;

create or replace function income_rollup_period_expected(until xid8) returns setof income_rollup_period
language sql stable set search_path = public, pg_temp set work_mem = '128MB' as $$
  select left(b.division_code, 6), t.period, t.kind, b.category,
         coalesce(sum(p.amount_fen) filter (where p.amount_fen > 0), 0)::bigint,
         coalesce(-sum(p.amount_fen) filter (where p.amount_fen < 0), 0)::bigint
    from ledger_posting p
    join ledger_transaction t on t.seq = p.transaction_seq
    join credit_balance b on b.credit_id = p.credit_id
   where p.account_id like 'household:%' and t.written_in < until
   group by 1, 2, 3, 4;
$$;
`;

/** `income_rollup_drift(most)`: the rows of the roll-ups that differ from the recomputation, none when all is well. */
export const ROLLUP_COMPARE = `
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
    full join income_rollup_expected(mark) e
      on e.depth = r.depth and e.category = r.category and e.scope_code = r.scope_code and e.period = r.period
   where to_jsonb(r) is distinct from to_jsonb(e)
   limit most;
  return query
  select 'income_rollup_household', concat_ws('/', coalesce(r.household_id, e.household_id), coalesce(r.division_code, e.division_code)),
         to_jsonb(r), to_jsonb(e)
    from income_rollup_household r
    full join income_rollup_household_expected(mark) e
      on e.household_id = r.household_id and e.division_code = r.division_code
   where to_jsonb(r) is distinct from to_jsonb(e)
   limit most;
  return query
  select 'income_rollup_period', concat_ws('/', coalesce(r.county_code, e.county_code), coalesce(r.period, e.period),
                                           coalesce(r.kind, e.kind), coalesce(r.category, e.category)),
         to_jsonb(r), to_jsonb(e)
    from income_rollup_period r
    full join income_rollup_period_expected(mark) e
      on e.county_code = r.county_code and e.period = r.period and e.kind = r.kind and e.category = r.category
   where to_jsonb(r) is distinct from to_jsonb(e)
   limit most;
end $$;
`;

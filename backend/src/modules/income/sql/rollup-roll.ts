/** The function that rolls up what became final since the last time. */
import { MARK_STALE } from "./flow-months";

/** `income_roll_up(most)`: the next so many transactions, one runner at a time. */
export const ROLLUP_ROLL = `
create or replace function income_roll_up(most integer default 5000) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  since xid8;
  until xid8;
  edge xid8;
  taken bigint;
begin
  select upto into since from ledger_watermark where name = 'income_rollup' for update skip locked;
  if since is null then return jsonb_build_object('busy', true, 'transactions', 0, 'more', false); end if;
  edge := pg_snapshot_xmin(pg_current_snapshot());
  select written_in into until from ledger_transaction
   where written_in >= since and written_in < edge order by written_in offset most limit 1;
  if until = since then
    -- One database transaction wrote more than is asked for: it is taken whole.
    select min(written_in) into until from ledger_transaction where written_in > since and written_in < edge;
  end if;
  until := coalesce(until, edge);
  select count(*) into taken from ledger_transaction where written_in >= since and written_in < until;
  if taken > 0 then perform income_roll(since, until); ${MARK_STALE}
    update ledger_watermark set upto = until where name = 'income_rollup';
  elsif until < edge then
    update ledger_watermark set upto = until where name = 'income_rollup';
  end if;
  return jsonb_build_object('busy', false, 'transactions', taken, 'more', until < edge);
end $$;
`;

/** `income_roll`: adds the postings of [since, until) to the tables. */
export const ROLLUP_ADD = `
create or replace function income_roll(since xid8, until xid8) returns void
language plpgsql security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
begin
  with legs as materialized (select * from income_legs(since, until)),
  credit as materialized (
    select l.credit_id, l.household_id, l.division_code, l.category, l.sold_on,
           sum(l.credited_fen) > 0 and not income_credited_before(l.credit_id, since) as fresh,
           sum(l.credited_fen) as credited_fen, sum(l.reversed_fen) as reversed_fen, sum(l.expected_fen) as expected_fen,
           sum(l.earned_fen) as earned_fen, sum(l.settled_fen) as settled_fen, sum(l.paid_fen) as paid_fen,
           sum(l.confirmed_fen) as confirmed_fen,
           case when l.countable then 0 else sum(l.settled_fen + l.paid_fen + l.confirmed_fen) end as uncounted_fen
      from legs l
     group by l.credit_id, l.household_id, l.division_code, l.category, l.countable, l.sold_on
  ),
  place as materialized (
    select c.household_id, c.division_code, count(*) filter (where c.fresh) as credits,
           sum(c.credited_fen) as credited_fen, sum(c.reversed_fen) as reversed_fen, sum(c.expected_fen) as expected_fen,
           sum(c.earned_fen) as earned_fen, sum(c.settled_fen) as settled_fen, sum(c.paid_fen) as paid_fen,
           sum(c.confirmed_fen) as confirmed_fen, sum(c.uncounted_fen) as uncounted_fen,
           max(c.sold_on) filter (where c.fresh) as newest_on,
           coalesce(array_agg(distinct c.category || '/' || to_char(c.sold_on, 'YYYYMM')) filter (where c.fresh), '{}') as cells
      from credit c
     group by c.household_id, c.division_code
  ),
  turn as materialized (
    select p.household_id, p.division_code, coalesce(h.cells, '{}') as old_cells,
           case when p.cells <@ coalesce(h.cells, '{}') then coalesce(h.cells, '{}')
                else array(select distinct unnest(coalesce(h.cells, '{}') || p.cells) order by 1) end as new_cells,
           coalesce(h.settled_fen + h.paid_fen + h.confirmed_fen - h.uncounted_fen, 0) > 0 as old_public,
           coalesce(h.settled_fen + h.paid_fen + h.confirmed_fen - h.uncounted_fen, 0)
             + p.settled_fen + p.paid_fen + p.confirmed_fen - p.uncounted_fen > 0 as new_public
      from place p
      left join income_rollup_household h on h.household_id = p.household_id and h.division_code = p.division_code
  ),
  changed as materialized (
    select household_id, bool_or(old_cells <> new_cells) as in_cells, bool_or(old_public <> new_public) as in_public
      from turn group by household_id
    having bool_or(old_cells <> new_cells) or bool_or(old_public <> new_public)
  ),
  stand as (
    select -1 as sign, c.household_id, t.division_code, c.in_cells, c.in_public, t.old_cells as cells, t.old_public as public
      from changed c join turn t using (household_id)
    union all
    select 1, c.household_id, t.division_code, c.in_cells, c.in_public, t.new_cells, t.new_public
      from changed c join turn t using (household_id)
    union all
    select s.sign, c.household_id, h.division_code, c.in_cells, c.in_public, h.cells,
           h.settled_fen + h.paid_fen + h.confirmed_fen - h.uncounted_fen > 0
      from changed c
      join income_rollup_household h on h.household_id = c.household_id
      cross join (values (-1), (1)) as s(sign)
     where not exists (select 1 from turn t where t.household_id = h.household_id and t.division_code = h.division_code)
  ),
  mark as (
    select distinct s.sign, s.household_id, s.division_code, v.category, v.period
      from stand s, unnest(s.cells) as cell,
           lateral (values (split_part(cell, '/', 1), split_part(cell, '/', 2)::int)) as part(category, month),
           lateral (values ('', 0), ('', month / 100), ('', month),
                           (part.category, 0), (part.category, month / 100), (part.category, month)) as v(category, period)
     where s.in_cells
    union all
    select s.sign, s.household_id, s.division_code, 'public', 0 from stand s where s.in_public and s.public
  ),
  -- A household in several places is counted once where their ways meet: each place counts only below
  -- the first digit at which it parts from the place before it.
  parted as (
    select sign, division_code, category, period,
           lag(division_code) over (partition by sign, household_id, category, period order by division_code) as before
      from mark
  ),
  counted as (
    select division_code, category, period, from_depth, sum(sign) as households
      from (select *, case when before is null then 0
                       when left(before, 2) <> left(division_code, 2) then 2
                       when left(before, 4) <> left(division_code, 4) then 4
                       when left(before, 6) <> left(division_code, 6) then 6
                       when left(before, 9) <> left(division_code, 9) then 9 else 12 end as from_depth from parted) x
     group by division_code, category, period, from_depth
    having sum(sign) <> 0
  ),
  cell as (
    select division_code, category, to_char(sold_on, 'YYYYMM')::int as month, count(*) filter (where fresh) as credits,
           sum(credited_fen) as credited_fen, sum(reversed_fen) as reversed_fen, sum(expected_fen) as expected_fen,
           sum(earned_fen) as earned_fen, sum(settled_fen) as settled_fen, sum(paid_fen) as paid_fen,
           sum(confirmed_fen) as confirmed_fen, sum(uncounted_fen) as uncounted_fen, max(sold_on) filter (where fresh) as newest_on
      from credit group by 1, 2, 3
  ),
  addition as (
    select division_code, category, period, from_depth, households, 0 as credits, 0 as credited_fen, 0 as reversed_fen,
           0 as expected_fen, 0 as earned_fen, 0 as settled_fen, 0 as paid_fen, 0 as confirmed_fen, 0 as uncounted_fen,
           null::date as newest_on
      from counted
    union all
    select c.division_code, v.category, v.period, 0, 0, c.credits, c.credited_fen, c.reversed_fen, c.expected_fen,
           c.earned_fen, c.settled_fen, c.paid_fen, c.confirmed_fen, c.uncounted_fen, c.newest_on
      from cell c, lateral (values ('', 0), ('', c.month / 100), ('', c.month),
                                   (c.category, 0), (c.category, c.month / 100), (c.category, c.month)) as v(category, period)
  ),
  rolled as (
    insert into income_rollup as r (depth, category, scope_code, period, households, credits, credited_fen, reversed_fen,
      expected_fen, earned_fen, settled_fen, paid_fen, confirmed_fen, uncounted_fen, newest_on)
    select d.depth, a.category, left(a.division_code, d.depth), a.period, sum(a.households), sum(a.credits), sum(a.credited_fen),
           sum(a.reversed_fen), sum(a.expected_fen), sum(a.earned_fen), sum(a.settled_fen), sum(a.paid_fen),
           sum(a.confirmed_fen), sum(a.uncounted_fen), max(a.newest_on)
      from addition a join (values (0), (2), (4), (6), (9)) as d(depth) on d.depth >= a.from_depth
     group by 1, 2, 3, 4
     order by 1, 2, 3, 4
    on conflict (depth, category, scope_code, period) do update set
      households = r.households + excluded.households, credits = r.credits + excluded.credits,
      credited_fen = r.credited_fen + excluded.credited_fen, reversed_fen = r.reversed_fen + excluded.reversed_fen,
      expected_fen = r.expected_fen + excluded.expected_fen, earned_fen = r.earned_fen + excluded.earned_fen,
      settled_fen = r.settled_fen + excluded.settled_fen, paid_fen = r.paid_fen + excluded.paid_fen,
      confirmed_fen = r.confirmed_fen + excluded.confirmed_fen, uncounted_fen = r.uncounted_fen + excluded.uncounted_fen,
      newest_on = greatest(r.newest_on, excluded.newest_on)
  ),
  moved as (
    insert into income_rollup_period as r (county_code, period, kind, category, in_fen, out_fen)
    select left(division_code, 6), period, kind, category, sum(in_fen), sum(out_fen) from legs group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (county_code, period, kind, category) do update set
      in_fen = r.in_fen + excluded.in_fen, out_fen = r.out_fen + excluded.out_fen
  )
  insert into income_rollup_household as r (household_id, division_code, credits, credited_fen, reversed_fen, expected_fen,
    earned_fen, settled_fen, paid_fen, confirmed_fen, uncounted_fen, newest_on, cells)
  select p.household_id, p.division_code, p.credits, p.credited_fen, p.reversed_fen, p.expected_fen, p.earned_fen,
         p.settled_fen, p.paid_fen, p.confirmed_fen, p.uncounted_fen, p.newest_on, p.cells
    from place p order by 1, 2
  on conflict (household_id, division_code) do update set
    credits = r.credits + excluded.credits,
    credited_fen = r.credited_fen + excluded.credited_fen, reversed_fen = r.reversed_fen + excluded.reversed_fen,
    expected_fen = r.expected_fen + excluded.expected_fen, earned_fen = r.earned_fen + excluded.earned_fen,
    settled_fen = r.settled_fen + excluded.settled_fen, paid_fen = r.paid_fen + excluded.paid_fen,
    confirmed_fen = r.confirmed_fen + excluded.confirmed_fen, uncounted_fen = r.uncounted_fen + excluded.uncounted_fen,
    newest_on = greatest(r.newest_on, excluded.newest_on),
    cells = case when excluded.cells <@ r.cells then r.cells
                 else array(select distinct unnest(r.cells || excluded.cells) order by 1) end;
end $$;
`;

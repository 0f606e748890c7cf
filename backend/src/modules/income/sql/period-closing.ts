/** Functions of accounting months: what moved in each, and the one way to close one. */

// NOTE: closing waits for every posting under way and keeps new ones out until it is done. A posting that
// waits here decides on its month afterwards, inside its own insert, and so finds the month closed.
/** `income_period_movement(county)`: rolled months and what is not rolled yet; `ledger_close_period`. */
export const PERIOD_CLOSING = `
create index if not exists ledger_transaction_corrects on ledger_transaction (corrects_period)
  where corrects_period is not null;

create or replace function income_period_movement(county text)
returns table (period integer, kind text, category text, in_fen bigint, out_fen bigint)
language plpgsql stable set search_path = public, pg_temp as $$
declare mark xid8;
begin
  select w.upto into mark from ledger_watermark w where w.name = 'income_rollup';
  return query
  select x.period, x.kind, x.category, sum(x.in_fen)::bigint, sum(x.out_fen)::bigint from (
    select r.period, r.kind, r.category, r.in_fen, r.out_fen from income_rollup_period r where r.county_code = county
    union all
    select l.period, l.kind, l.category, l.in_fen, l.out_fen
      from income_legs(mark, '18446744073709551615') l where starts_with(l.division_code, county)
  ) x group by x.period, x.kind, x.category;
end $$;

create or replace function income_period_totals(county text)
returns table (period integer, category text, credited_fen bigint, reversed_fen bigint, earned_fen bigint,
  settled_fen bigint, paid_fen bigint, confirmed_fen bigint)
language sql stable set search_path = public, pg_temp as $$
  select m.period, m.category,
         coalesce(sum(m.in_fen) filter (where m.kind in ('capture', 'amend', 'claim', 'entry')), 0)::bigint,
         coalesce(sum(m.out_fen) filter (where m.kind in ('refund', 'amend', 'claim', 'entry_reversal')), 0)::bigint,
         coalesce(sum(m.in_fen) filter (where m.kind = 'accept'), 0)::bigint,
         coalesce(sum(m.in_fen) filter (where m.kind = 'settle'), 0)::bigint,
         coalesce(sum(case m.kind when 'pay' then m.in_fen when 'bounce' then -m.in_fen end), 0)::bigint,
         coalesce(sum(m.in_fen) filter (where m.kind = 'confirm'), 0)::bigint
    from income_period_movement(county) m
   group by grouping sets ((m.period), (m.period, m.category));
$$;

create or replace function ledger_close_period(county text, closing integer, official text) returns jsonb
language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '10s' as $$
declare
  figures jsonb;
  at timestamptz;
begin
  lock table ledger_transaction in share row exclusive mode;
  if exists (select 1 from ledger_period p where p.county_code = county and p.month = closing) then
    raise exception 'yigou:period_closed %', closing using errcode = 'unique_violation';
  end if;
  if closing >= ledger_month(clock_timestamp()) then
    raise exception 'yigou:period_running %', closing using errcode = 'check_violation';
  end if;
  if exists (select 1 from income_period_totals(county) t where t.period < closing
              and not exists (select 1 from ledger_period p where p.county_code = county and p.month = t.period)) then
    raise exception 'yigou:period_earlier_open %', closing using errcode = 'check_violation';
  end if;
  select to_jsonb(t) - 'period' - 'category' into figures
    from income_period_totals(county) t where t.period = closing and t.category is null;
  at := clock_timestamp();
  figures := coalesce(figures, '{"credited_fen": 0, "reversed_fen": 0, "earned_fen": 0, "settled_fen": 0, "paid_fen": 0, "confirmed_fen": 0}')
    || jsonb_build_object('head_seq', (select max(seq) from ledger_transaction));
  insert into ledger_period (county_code, month, closed_at, closed_by, totals) values (county, closing, at, official, figures);
  return jsonb_build_object('closed_at', at, 'totals', figures);
end $$;
`;

/** Pictures of the money flow of months that are over, kept so that nobody reads all postings for them again. */

// A picture stays true until something is posted into its month or an earlier one: what has become final since
// marks it in the same transaction that rolls it up, what is not rolled up yet is asked for by who reads.
// NOTE: sequential scans are off where the tail is read: the planner has no statistics for ranges of xid8.
/** Table, `income_tail_period()`, `income_flow_keep(…)`; `income_roll_up` marks what it makes stale. */
export const FLOW_MONTHS = `
create table if not exists income_flow_month (
  month integer primary key,
  flows jsonb not null,
  accounts jsonb not null,
  stale boolean not null default false,
  kept_at timestamptz not null default clock_timestamp()
);
create index if not exists ledger_transaction_period on ledger_transaction using brin (period) with (pages_per_range = 16);

create or replace function income_tail_period() returns integer language plpgsql stable
  set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  mark xid8;
  first integer;
begin
  select w.upto into mark from ledger_watermark w where w.name = 'income_rollup';
  select min(t.period) into first from ledger_transaction t where t.written_in >= mark;
  return coalesce(first, 999999);
end $$;

create or replace function income_flow_keep(the_month integer, since xid8, the_flows jsonb, the_accounts jsonb) returns boolean
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  perform 1 from ledger_watermark where name = 'income_rollup' for update;
  if exists (select 1 from ledger_transaction t where t.written_in >= since and t.period <= the_month) then
    return false;
  end if;
  insert into income_flow_month (month, flows, accounts) values (the_month, the_flows, the_accounts)
    on conflict (month) do update set flows = excluded.flows, accounts = excluded.accounts, stale = false,
      kept_at = clock_timestamp();
  return true;
end $$;
`;

/** What `income_roll_up` does to the pictures of the months that it adds to. */
export const MARK_STALE = `update income_flow_month f set stale = true
      where not f.stale and f.month >= (select min(t.period) from ledger_transaction t
        where t.written_in >= since and t.written_in < until);`;

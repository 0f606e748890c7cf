/** Functions that read postings for the roll-ups: by the database transaction that wrote them, never by seq. */

// NOTE: seqs become visible out of order, so a mark by seq would skip late commits for ever. Every
// transaction below the oldest running one is over; what is at or above it is read as the tail.
// Sequential scans are off: the planner has no statistics for ranges of xid8 and would read everything.

/** Kinds whose positive household legs are credits. */
export const CREDITS = "t.kind in ('capture', 'amend', 'claim', 'entry')";
/** Kinds whose negative household legs are reversals. */
export const REVERSES = "t.kind in ('refund', 'amend', 'claim', 'entry_reversal')";

/** `income_legs`: what the postings of [since, until) did to credits, by kind and accounting month. */
export const ROLLUP_LEGS = `
create or replace function income_legs(since xid8, until xid8)
returns table (credit_id text, household_id text, division_code text, category text, countable boolean, sold_on date,
  kind text, period integer, in_fen bigint, out_fen bigint, credited_fen bigint, reversed_fen bigint,
  expected_fen bigint, earned_fen bigint, settled_fen bigint, paid_fen bigint, confirmed_fen bigint)
language plpgsql stable rows 100 set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  return query
  select x.credit_id, b.household_id, b.division_code, b.category, b.countable, b.sold_on, x.kind, x.period,
         x.in_fen, x.out_fen, x.credited_fen, x.reversed_fen,
         x.expected_fen, x.earned_fen, x.settled_fen, x.paid_fen, x.confirmed_fen
    from (
      select p.credit_id, t.kind, t.period,
             coalesce(sum(p.amount_fen) filter (where p.amount_fen > 0), 0)::bigint as in_fen,
             coalesce(-sum(p.amount_fen) filter (where p.amount_fen < 0), 0)::bigint as out_fen,
             coalesce(sum(p.amount_fen) filter (where p.amount_fen > 0 and ${CREDITS}), 0)::bigint as credited_fen,
             coalesce(-sum(p.amount_fen) filter (where p.amount_fen < 0 and ${REVERSES}), 0)::bigint as reversed_fen,
             coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'expected'), 0)::bigint as expected_fen,
             coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'earned'), 0)::bigint as earned_fen,
             coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'settled'), 0)::bigint as settled_fen,
             coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'paid'), 0)::bigint as paid_fen,
             coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'confirmed'), 0)::bigint as confirmed_fen
        from ledger_transaction t
        join ledger_posting p on p.transaction_seq = t.seq
       where t.written_in >= since and t.written_in < until
         and p.credit_id is not null and p.account_id like 'household:%'
       group by p.credit_id, t.kind, t.period
    ) x
    join credit_balance b on b.credit_id = x.credit_id;
end $$;

create or replace function income_credited_before(credit text, before xid8) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (
    select 1 from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
     where p.credit_id = credit and p.account_id like 'household:%' and p.amount_fen > 0
       and ${CREDITS} and t.written_in < before);
$$;

create or replace function income_tail()
returns table (credit_id text, household_id text, division_code text, category text, sold_on date, fresh boolean,
  credited_fen bigint, reversed_fen bigint, expected_fen bigint, earned_fen bigint, settled_fen bigint,
  paid_fen bigint, confirmed_fen bigint, uncounted_fen bigint)
language plpgsql stable rows 100 set search_path = public, pg_temp set enable_seqscan = off as $$
declare mark xid8;
begin
  select w.upto into mark from ledger_watermark w where w.name = 'income_rollup';
  if not exists (select 1 from ledger_transaction t where t.written_in >= mark) then return; end if;
  return query
  select l.credit_id, l.household_id, l.division_code, l.category, l.sold_on,
         sum(l.credited_fen) > 0 and not income_credited_before(l.credit_id, mark),
         sum(l.credited_fen)::bigint, sum(l.reversed_fen)::bigint, sum(l.expected_fen)::bigint, sum(l.earned_fen)::bigint,
         sum(l.settled_fen)::bigint, sum(l.paid_fen)::bigint, sum(l.confirmed_fen)::bigint,
         case when l.countable then 0 else sum(l.settled_fen + l.paid_fen + l.confirmed_fen) end::bigint
    from income_legs(mark, '18446744073709551615') l
   group by l.credit_id, l.household_id, l.division_code, l.category, l.countable, l.sold_on;
end $$;

create or replace function income_seen(household text, prefix text, wanted text, span integer) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (
    select 1 from income_rollup_household h, unnest(h.cells) as cell
     where h.household_id = household and starts_with(h.division_code, prefix)
       and (wanted = '' or split_part(cell, '/', 1) = wanted)
       and (span = 0 or starts_with(split_part(cell, '/', 2), span::text)));
$$;
`;

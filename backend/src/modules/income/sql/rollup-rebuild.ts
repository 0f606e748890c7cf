/** The functions that compute the roll-ups anew from all postings, in steps of one transaction. */
import { ROLLUP_SUMS, STANDING_SUMS } from "../rollup-sums";
import { CREDITS, REVERSES } from "./rollup-legs";

/** Sums in whole numbers: PostgreSQL's own sum of bigint reckons in numeric, at four times the time and memory. */
export const FEN_SUM = `
create or replace aggregate fen_sum(bigint) (sfunc = int8pl, stype = bigint, combinefunc = int8pl, parallel = safe);
`;

const summed = (columns: readonly string[], of = ""): string =>
  columns.map((one) => `fen_sum(${of}${one}) as ${one}`).join(", ");
const named = (columns: readonly string[], of = ""): string =>
  columns.map((one) => `${of}${one}`).join(", ");
const nothing = (columns: readonly string[]): string =>
  columns.map((one) => `0::bigint as ${one}`).join(", ");
const inState = (state: string): string =>
  `coalesce(fen_sum(l.amount_fen) filter (where l.state = '${state}'), 0) as ${state}_fen`;

/** Where a cell of a household (category/yyyymm of a sale) counts: ever, its year, its month, of all and of its category. */
const SPANS = `lateral (values (split_part(cell, '/', 1), split_part(cell, '/', 2)::int)) as part(category, month),
  lateral (values ('', 0), ('', month / 100), ('', month),
                  (part.category, 0), (part.category, month / 100), (part.category, month)) as v(category, period)`;

// One pass over the postings, by a parallel plan where the server allows it.
/** What stands on each credit, from its postings alone. */
const STANDING = `
create temp table rebuild_credit on commit drop as
select b.household_id, b.division_code, left(b.division_code, 9) as place, b.category, b.countable, b.sold_on,
       to_char(b.sold_on, 'YYYYMM') as month, ${named(STANDING_SUMS, "s.")},
       case when b.countable then 0 else s.settled_fen + s.paid_fen + s.confirmed_fen end as uncounted_fen
  from (
    select l.credit_id,
           coalesce(fen_sum(l.amount_fen) filter (where l.amount_fen > 0 and l.is_credit), 0) as credited_fen,
           coalesce(-fen_sum(l.amount_fen) filter (where l.amount_fen < 0 and l.is_reversal), 0) as reversed_fen,
           ${["expected", "earned", "settled", "paid", "confirmed"].map(inState).join(", ")}
      from (select p.credit_id, p.amount_fen, ${CREDITS} as is_credit, ${REVERSES} as is_reversal,
                   account_state(p.account_id) as state
              from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
             where p.account_id like 'household:%' and p.credit_id is not null and t.written_in < mark) l
     group by l.credit_id) s
  join credit_balance b on b.credit_id = s.credit_id`;

/** A row for each household and place. In the order of the key, so that its index grows at one end. */
const HOUSEHOLDS = `
insert into income_rollup_household (household_id, division_code, credits, ${named(ROLLUP_SUMS)}, newest_on, cells)
select c.household_id, c.division_code, count(*) filter (where c.credited_fen > 0), ${summed(ROLLUP_SUMS, "c.")},
       max(c.sold_on) filter (where c.credited_fen > 0),
       coalesce(array_agg(distinct c.category || '/' || c.month) filter (where c.credited_fen > 0), '{}')
  from pg_temp.rebuild_credit c
 group by c.household_id, c.division_code
 order by c.household_id collate "C", c.division_code collate "C"`;

/** One level of places from the one below. */
const above = (depth: number, below: string): string => `
  select left(scope_code, ${depth.toString()}) as scope_code, category, period, fen_sum(households) as households,
         fen_sum(credits) as credits, ${summed(ROLLUP_SUMS)}, max(newest_on) as newest_on
    from ${below} group by 1, 2, 3`;

/** Money of longer spans, or of all categories, from that of shorter ones. */
const over = (category: string, period: string, from: string): string => `
  select place, ${category} as category, ${period} as period, fen_sum(credits) as credits, ${summed(ROLLUP_SUMS)},
         max(newest_on) as newest_on from ${from} group by 1, 2, 3`;

const PUBLIC_FEN = "h.settled_fen + h.paid_fen + h.confirmed_fen - h.uncounted_fen";

// Households that delivered from one place alone are counted where it lies, by the cells that they have in
// common, and added up from there. The few others are counted one by one at each level.
/** The sums of each place, from its townships upwards. */
const PLACES = `
insert into income_rollup (depth, category, scope_code, period, households, credits, ${named(ROLLUP_SUMS)}, newest_on)
with several as materialized (
  select household_id from income_rollup_household group by household_id having count(*) > 1),
alike as materialized (
  select left(h.division_code, 9) as place, h.cells, count(*) as households, count(*) filter (where ${PUBLIC_FEN} > 0) as public
    from income_rollup_household h
   where not exists (select from several s where s.household_id = h.household_id)
   group by 1, 2),
pattern as materialized (
  select distinct p.cells, v.category, v.period
    from (select distinct cells from alike) p, unnest(p.cells) as cell, ${SPANS}),
counted as materialized (
  select a.place, p.category, p.period, fen_sum(a.households) as households
    from alike a join pattern p on p.cells = a.cells group by 1, 2, 3),
mark as materialized (
  select distinct h.household_id, left(h.division_code, 9) as place, v.category, v.period
    from several s join income_rollup_household h on h.household_id = s.household_id, unnest(h.cells) as cell, ${SPANS}
  union all
  select h.household_id, left(h.division_code, 9), 'public', 0
    from several s join income_rollup_household h on h.household_id = s.household_id
   group by 1, 2 having sum(${PUBLIC_FEN}) > 0),
apart as materialized (
  select d.depth, left(m.place, d.depth) as scope_code, m.category, m.period, count(distinct m.household_id) as households
    from mark m cross join (values (0), (2), (4), (6), (9)) as d(depth) group by 1, 2, 3, 4),
cell as materialized (
  select c.place, c.category, c.month::int as period, count(*) filter (where c.credited_fen > 0) as credits,
         ${summed(ROLLUP_SUMS, "c.")}, max(c.sold_on) filter (where c.credited_fen > 0) as newest_on
    from pg_temp.rebuild_credit c group by 1, 2, 3),
yearly as materialized (${over("category", "period / 100", "cell")}),
ever as materialized (${over("category", "0", "yearly")}),
money as (
  select * from cell union all select * from yearly union all select * from ever
  union all (${over("''", "period", "cell")})
  union all (${over("''", "period", "yearly")})
  union all (${over("''", "0", "ever")})),
township as materialized (
  select m.place as scope_code, m.category, m.period, coalesce(c.households, 0) as households, m.credits,
         ${named(ROLLUP_SUMS, "m.")}, m.newest_on
    from money m
    left join counted c on c.place = m.place and c.category = m.category and c.period = m.period
  union all
  select place, 'public', 0, fen_sum(public), 0, ${nothing(ROLLUP_SUMS)}, null from alike where public > 0 group by 1),
county as materialized (${above(6, "township")}),
city as materialized (${above(4, "county")}),
province as materialized (${above(2, "city")}),
level as (
  select 9 as depth, * from township
  union all select 6, * from county
  union all select 4, * from city
  union all select 2, * from province
  union all select 0, w.* from (${above(0, "province")}) w)
select coalesce(l.depth, a.depth) as depth, coalesce(l.category, a.category) as category,
       coalesce(l.scope_code, a.scope_code) as scope_code, coalesce(l.period, a.period) as period,
       coalesce(l.households, 0) + coalesce(a.households, 0), coalesce(l.credits, 0),
       ${ROLLUP_SUMS.map((one) => `coalesce(l.${one}, 0)`).join(", ")}, l.newest_on
  from level l
  full join apart a on a.depth = l.depth and a.scope_code = l.scope_code and a.category = l.category and a.period = l.period
 order by depth, category, scope_code, period`;

const MONTHS = `
insert into income_rollup_period (county_code, period, kind, category, in_fen, out_fen)
select left(b.division_code, 6), t.period, t.kind, b.category,
       coalesce(fen_sum(p.amount_fen) filter (where p.amount_fen > 0), 0),
       coalesce(-fen_sum(p.amount_fen) filter (where p.amount_fen < 0), 0)
  from ledger_posting p
  join ledger_transaction t on t.seq = p.transaction_seq
  join credit_balance b on b.credit_id = p.credit_id
 where p.account_id like 'household:%' and t.written_in < mark
 group by 1, 2, 3, 4`;

/**
 * `income_rollup_rebuild(step)`, whose four steps are one transaction: readers see the old rows until it ends.
 * What stands on each credit is kept for the steps in a table of the session, which is gone with the transaction.
 */
export const ROLLUP_REBUILD = `
create or replace function income_rollup_rebuild(step integer) returns bigint
language plpgsql security definer set search_path = public, pg_temp set work_mem = '128MB' as $$
declare
  mark xid8;
  done bigint;
begin
  if step = 1 then
    perform 1 from ledger_watermark where name = 'income_rollup' for update;
    update ledger_watermark set upto = pg_snapshot_xmin(pg_current_snapshot()) where name = 'income_rollup';
  end if;
  select upto into mark from ledger_watermark where name = 'income_rollup';
  if step = 1 then
    delete from income_flow_month;
    ${STANDING};
    get diagnostics done = row_count;
    analyze pg_temp.rebuild_credit;
    return done;
  end if;
  -- Only what the first step made counts: a session may have a table of its own by that name.
  if (select c.relowner from pg_class c where c.oid = to_regclass('pg_temp.rebuild_credit'))
     is distinct from (select r.oid from pg_roles r where r.rolname = current_user) then
    raise exception 'yigou:rebuild_step % without the first', step using errcode = 'object_not_in_prerequisite_state';
  end if;
  if step = 2 then
    delete from income_rollup_household;
    ${HOUSEHOLDS};
    get diagnostics done = row_count;
    analyze income_rollup_household;
    return done;
  elsif step = 3 then
    delete from income_rollup;
    ${PLACES};
  else
    delete from income_rollup_period;
    ${MONTHS};
  end if;
  get diagnostics done = row_count;
  return done;
end $$;
`;

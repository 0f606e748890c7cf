/** Tables of the roll-ups: what households were credited, summed as postings become visible. */

/** Tables; everything in them can be thrown away and built anew from the postings. */
export const ROLLUP_TABLES = `
create table if not exists income_rollup (
  depth smallint not null check (depth in (0, 2, 4, 6, 9)),
  category text collate "C" not null,
  scope_code text collate "C" not null,
  period integer not null,
  households bigint not null default 0,
  credits bigint not null default 0,
  credited_fen bigint not null default 0,
  reversed_fen bigint not null default 0,
  expected_fen bigint not null default 0,
  earned_fen bigint not null default 0,
  settled_fen bigint not null default 0,
  paid_fen bigint not null default 0,
  confirmed_fen bigint not null default 0,
  uncounted_fen bigint not null default 0,
  newest_on date,
  primary key (depth, category, scope_code, period)
) with (fillfactor = 80);
comment on table income_rollup is
  'category: one of the four, empty for all, "public" for households with public income; period: 0 ever, yyyy, yyyymm of the sale';

create table if not exists income_rollup_household (
  household_id text collate "C" not null,
  division_code text collate "C" not null,
  credits bigint not null default 0,
  credited_fen bigint not null default 0,
  reversed_fen bigint not null default 0,
  expected_fen bigint not null default 0,
  earned_fen bigint not null default 0,
  settled_fen bigint not null default 0,
  paid_fen bigint not null default 0,
  confirmed_fen bigint not null default 0,
  uncounted_fen bigint not null default 0,
  newest_on date,
  cells text[] not null default '{}',
  primary key (household_id, division_code)
) with (fillfactor = 80);
comment on column income_rollup_household.cells is 'where the household has credits: category/yyyymm of the sale, each once';

create table if not exists income_rollup_period (
  county_code text collate "C" not null,
  period integer not null,
  kind text not null,
  category text not null,
  in_fen bigint not null default 0,
  out_fen bigint not null default 0,
  primary key (county_code, period, kind, category)
);
comment on table income_rollup_period is 'what moved in a county in an accounting month, by kind of transaction';

insert into ledger_watermark (name, upto) values ('income_rollup', '0') on conflict do nothing;
`;

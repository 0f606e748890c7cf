/** Carries the tables of schema version 1 over to version 2, rows included. Migrations only. */

/** Guards of version 1 that would stand in the way of the conversion. */
export const LAY_DOWN_GUARDS = `
drop trigger if exists ledger_transaction_balanced on ledger_transaction;
drop function if exists ledger_balanced();
alter table ledger_transaction disable trigger ledger_transaction_append_only;
`;

// An account is named by its id alone: a table of accounts is a hot row that every leg must check.
/** What the parts of an account's id say. */
export const ACCOUNTS = `
create or replace function account_kind(account_id text) returns text
  language sql immutable parallel safe return split_part(account_id, ':', 1);
create or replace function account_owner(account_id text) returns text
  language sql immutable parallel safe return case account_id
    when 'loss_pool' then 'platform' when 'unattributed' then 'platform' when 'buyers' then 'buyers'
    else nullif(split_part(account_id, ':', 2), '') end;
create or replace function account_state(account_id text) returns text
  language sql immutable parallel safe return nullif(split_part(account_id, ':', 3), '');
`;

// One check: the database reads the text of each check again for every statement.
/** Kinds, salt, accounting month, and the place of a capture or refund among those of its order. */
export const TRANSACTIONS = `
alter table ledger_transaction
  drop constraint if exists ledger_transaction_kind_check,
  drop constraint if exists ledger_transaction_amount_fen_check;
alter table ledger_transaction
  add column salt uuid not null default gen_random_uuid(),
  add column period integer,
  add column corrects_period integer,
  add column movement_no integer;
update ledger_transaction t set
  period = ledger_month(t.occurred_at),
  movement_no = n.movement_no
  from (select seq, case when kind in ('capture', 'refund') then
          row_number() over (partition by order_id, kind in ('capture', 'refund') order by seq) end as movement_no
          from ledger_transaction) n
 where n.seq = t.seq;
alter table ledger_transaction alter column period set not null;
alter table ledger_transaction add constraint ledger_transaction_sound_check check (
  amount_fen >= 0 and movement_no > 0 is not false and corrects_period < period is not false
  and kind in ('capture', 'refund', 'accept', 'settle', 'pay', 'confirm', 'entry', 'entry_reversal', 'bounce', 'amend', 'claim')
  and (kind not in ('capture', 'refund') or order_id is not null and movement_no is not null
       and (idempotency_key = kind || ':' || source_id) is true));
drop index if exists ledger_transaction_source;
drop index if exists ledger_transaction_order;
create unique index ledger_transaction_movement on ledger_transaction (order_id, movement_no) where order_id is not null;
create index ledger_transaction_written_in on ledger_transaction (written_in);
`;

/** The accounting month of an instant, in Asia/Shanghai, as yyyymm. */
export const MONTHS = `
create or replace function ledger_month(at timestamptz) returns integer language sql immutable parallel safe
  return cast(date_part('year', at at time zone 'Asia/Shanghai') as integer) * 100
       + cast(date_part('month', at at time zone 'Asia/Shanghai') as integer);
`;

// That a leg is above zero and moves something is held by the guard of the statement.
/** Legs are numbered within their transaction; the row says it all, so nothing references another table. */
export const POSTINGS = `
alter table ledger_posting rename to ledger_posting_v1;
create table ledger_posting (
  transaction_seq bigint not null,
  leg integer not null,
  account_id text not null,
  order_id text,
  leaf_id text,
  credit_id text,
  amount_fen bigint not null
);
insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
  select transaction_seq, row_number() over (partition by transaction_seq order by seq),
         account_id, order_id, leaf_id, credit_id, amount_fen
    from ledger_posting_v1 order by transaction_seq, seq;
drop table ledger_posting_v1;
drop table ledger_account;
alter table ledger_posting add constraint ledger_posting_pkey primary key (transaction_seq, leg);
create index ledger_posting_account on ledger_posting (account_id, transaction_seq);
create index ledger_posting_credit on ledger_posting (credit_id) where credit_id is not null;
`;

// Half of each page of balances stays free: a batch moves all the rows of a page at once, and a new version
// on the same page touches no index.
// NOTE: foreign keys to append-only rows lock what cannot go away and ask once a row; triggers on the
// statement ask the same once for all of its rows (sql/guards.ts).
// The id of a credit names its ground and its household (the guard and the functions see to it), so the
// primary key keeps both unique together.
/** A credit stands on an order line, of the sale or of an amendment to it, or on an entry. */
export const CREDITS = `
alter table income_credit
  alter column order_id drop not null,
  alter column order_line_id drop not null,
  add column entry_id text,
  add column countable boolean not null default true,
  add constraint income_credit_ground_check check (
    num_nonnulls(order_id, entry_id) = 1 and (order_id is null) = (order_line_id is null)),
  drop constraint if exists income_credit_order_line_id_household_id_key,
  drop constraint if exists income_credit_order_id_fkey,
  drop constraint if exists income_credit_order_line_id_fkey;
alter table sale_line add column amendment_id text, drop constraint if exists sale_line_order_id_fkey;
alter table sale_leaf
  add column amendment_id text,
  drop constraint if exists sale_leaf_order_id_fkey,
  drop constraint if exists sale_leaf_order_line_id_fkey,
  drop constraint if exists sale_leaf_credit_id_fkey;
alter table credit_balance
  alter column order_id drop not null,
  alter column order_line_id drop not null,
  add column entry_id text,
  add column countable boolean not null default true,
  add column version integer not null default 0,
  drop constraint if exists credit_balance_credit_id_fkey,
  drop constraint if exists credit_balance_state_check,
  drop constraint if exists credit_balance_expected_fen_check,
  drop constraint if exists credit_balance_earned_fen_check,
  drop constraint if exists credit_balance_settled_fen_check,
  drop constraint if exists credit_balance_paid_fen_check,
  drop constraint if exists credit_balance_confirmed_fen_check,
  add constraint credit_balance_states_check check (
    least(expected_fen, earned_fen, settled_fen, paid_fen, confirmed_fen) >= 0);
drop index if exists credit_balance_settles;
alter table credit_balance set (fillfactor = 50);
create table credit_due (
  credit_id text primary key,
  settles_at timestamptz not null
);
create index credit_due_settles on credit_due (settles_at);
insert into credit_due (credit_id, settles_at)
  select credit_id, settles_at from credit_balance where earned_fen > 0 and settles_at is not null;
`;

/** Closed months, and how far each follower of the ledger has read. */
export const PERIODS = `
create table ledger_period (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  month integer not null check (month between 200001 and 299912 and month % 100 between 1 and 12),
  closed_at timestamptz not null default clock_timestamp(),
  closed_by text not null,
  totals jsonb not null default '{}',
  primary key (county_code, month)
);
create index ledger_period_month on ledger_period (month);
create table ledger_watermark (
  name text primary key,
  upto xid8 not null
);
`;

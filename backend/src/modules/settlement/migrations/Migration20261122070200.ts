import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Settlements, their lines and vouchers; bank statements and what matches them. */
export class Migration20261122070200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(SETTLEMENT);
    this.addSql(VOUCHER);
    this.addSql(LINE);
    this.addSql(STEP);
    this.addSql(STATEMENT);
    this.addSql(MATCH);
  }

  override async down(): Promise<void> {
    throw new Error("what was paid to households is never dropped by a migration");
  }
}

const SETTLEMENT = `
create table if not exists settlement (
  id text primary key,
  cooperative_id text not null,
  division_code text not null check (division_code ~ '^[0-9]{12}$'),
  number text not null,
  status text not null default 'draft'
    check (status in ('draft', 'submitted', 'approved', 'exported', 'closed', 'canceled')),
  from_on date,
  to_on date not null,
  total_fen bigint not null check (total_fen > 0),
  prepared_by text not null,
  prepared_role text not null,
  approved_by text,
  created_at timestamptz not null,
  constraint settlement_number_once unique (cooperative_id, number)
);
create index if not exists settlement_division on settlement (division_code text_pattern_ops, created_at desc);
`;

const VOUCHER = `
create table if not exists voucher_file (
  id text primary key,
  cooperative_id text not null,
  file_key text not null,
  kind text not null check (kind in ('jpg', 'png', 'webp', 'pdf')),
  sha256 text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null
);
create table if not exists transfer_voucher (
  id text primary key,
  cooperative_id text not null,
  settlement_id text not null references settlement,
  bank text not null,
  reference text not null,
  paid_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  line_count integer not null check (line_count > 0),
  file_id text references voucher_file,
  booked_by text not null,
  booked_at timestamptz not null,
  constraint transfer_voucher_reference_once unique (cooperative_id, reference)
);
create index if not exists transfer_voucher_settlement on transfer_voucher (settlement_id);
`;

// A credit stands in one live line at most: the partial unique index is what two settlements meet at.
const LINE = `
create table if not exists settlement_line (
  id text primary key,
  settlement_id text not null references settlement,
  cooperative_id text not null,
  position integer not null check (position > 0),
  household_id text not null,
  alias text not null,
  division_code text not null,
  amount_fen bigint not null check (amount_fen > 0),
  reference text not null,
  reference_key text not null,
  state text not null check (state in
    ('left_out', 'pending', 'booking', 'paid', 'failed', 'returning', 'returned', 'canceled')),
  reason text,
  payee_masked text,
  payee_mark text,
  card_masked text,
  bank_name text,
  voucher_id text references transfer_voucher,
  booked_fen bigint,
  pay_seq bigint,
  returned_on date,
  bounce_seq bigint,
  changed_at timestamptz not null,
  unique (settlement_id, position)
);
create index if not exists settlement_line_household on settlement_line (household_id);
create index if not exists settlement_line_reference on settlement_line (cooperative_id, reference_key);
create index if not exists settlement_line_amount on settlement_line (cooperative_id, amount_fen);
create index if not exists settlement_line_voucher on settlement_line (voucher_id) where voucher_id is not null;
create index if not exists settlement_line_unfinished on settlement_line (changed_at)
  where state in ('booking', 'returning');
create table if not exists settlement_item (
  line_id text not null references settlement_line,
  credit_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  live boolean not null default true,
  primary key (line_id, credit_id)
);
create unique index if not exists settlement_item_credit_once on settlement_item (credit_id) where live;
`;

const STEP = `
create table if not exists settlement_step (
  id bigint generated always as identity primary key,
  settlement_id text not null references settlement,
  line_id text references settlement_line,
  verb text not null,
  by_id text not null,
  by_name text not null,
  by_role text not null,
  reason text,
  at timestamptz not null
);
create index if not exists settlement_step_settlement on settlement_step (settlement_id, id);
create or replace function settlement_step_is_fixed() returns trigger language plpgsql as $$
begin
  raise exception 'yigou:append_only % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create or replace trigger settlement_step_is_fixed before update or delete on settlement_step
  for each row execute function settlement_step_is_fixed();
create or replace trigger settlement_step_is_not_emptied before truncate on settlement_step
  for each statement execute function settlement_step_is_fixed();
`;

const STATEMENT = `
create table if not exists bank_statement (
  id text primary key,
  cooperative_id text not null,
  file_hash text not null,
  layout text not null,
  row_count integer not null check (row_count > 0),
  stored_rows integer not null default 0,
  new_rows integer not null default 0,
  from_on date not null,
  to_on date not null,
  imported_by text not null,
  imported_at timestamptz not null,
  unique (cooperative_id, file_hash)
);
create table if not exists bank_row (
  id text primary key,
  cooperative_id text not null,
  statement_id text not null references bank_statement,
  content_hash text not null,
  line_no integer not null,
  booked_on date not null,
  out_fen bigint not null default 0 check (out_fen >= 0),
  in_fen bigint not null default 0 check (in_fen >= 0),
  serial text,
  remark text,
  reference_key text,
  payee_masked text,
  payee_mark text,
  last4 text,
  check ((out_fen = 0) <> (in_fen = 0)),
  constraint bank_row_once unique (cooperative_id, content_hash)
);
create index if not exists bank_row_reference on bank_row (cooperative_id, reference_key) where reference_key is not null;
create index if not exists bank_row_out on bank_row (cooperative_id, out_fen) where out_fen > 0;
create index if not exists bank_row_day on bank_row (cooperative_id, booked_on desc, id);
`;

// A row answers one line (or one voucher of many lines), a line is answered by one row.
const MATCH = `
create table if not exists bank_match (
  id text primary key,
  cooperative_id text not null,
  row_id text not null references bank_row,
  line_id text references settlement_line,
  voucher_id text references transfer_voucher,
  state text not null check (state in ('matched', 'proposed', 'confirmed', 'rejected')),
  basis text not null check (basis in ('reference', 'voucher', 'card', 'name')),
  decided_by text,
  decided_at timestamptz,
  made_at timestamptz not null,
  check ((line_id is null) <> (voucher_id is null))
);
create unique index if not exists bank_match_pair on bank_match (row_id, coalesce(line_id, voucher_id));
create unique index if not exists bank_match_row_once on bank_match (row_id) where state in ('matched', 'confirmed');
create unique index if not exists bank_match_line_once on bank_match (line_id)
  where line_id is not null and state in ('matched', 'confirmed');
create unique index if not exists bank_match_voucher_once on bank_match (voucher_id)
  where voucher_id is not null and state in ('matched', 'confirmed');
create index if not exists bank_match_cooperative on bank_match (cooperative_id, state);
`;

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Frozen sales, credits, transactions, postings. Whole fen, append-only, double-entry. */
export class Migration20261122000100 extends Migration {
  override up(): void {
    this.addSql(SALES);
    this.addSql(LEDGER);
    this.addSql(BALANCES);
  }

  override down(): void {
    throw new Error("the ledger is never dropped by a migration");
  }
}

const SALES = `
create table if not exists sale (
  order_id text primary key,
  sold_at timestamptz not null,
  total_fen bigint not null check (total_fen >= 0),
  frozen_at timestamptz not null default clock_timestamp()
);
create table if not exists sale_line (
  order_line_id text primary key,
  order_id text not null references sale,
  product_id text,
  product_title text not null,
  cooperative_id text,
  cooperative_name text,
  lot_code text,
  quantity bigint not null check (quantity > 0),
  paid_fen bigint not null check (paid_fen >= 0),
  return_days integer not null check (return_days between 0 and 365),
  terms jsonb
);
create index if not exists sale_line_order on sale_line (order_id);
create index if not exists sale_line_cooperative on sale_line (cooperative_id);
create table if not exists income_credit (
  id text primary key,
  order_id text not null references sale,
  order_line_id text not null references sale_line,
  household_id text not null,
  alias text not null,
  division_code text not null,
  linkage text not null,
  category text not null check (category in ('wage', 'business', 'property', 'transfer')),
  weight_g bigint not null check (weight_g >= 0),
  share_ppm integer not null check (share_ppm between 0 and 1000000),
  gross_fen bigint not null,
  service_fen bigint not null,
  packing_fen bigint not null,
  freight_fen bigint not null,
  platform_fen bigint not null,
  net_fen bigint not null,
  check (gross_fen = service_fen + packing_fen + freight_fen + platform_fen + net_fen),
  unique (order_line_id, household_id)
);
create index if not exists income_credit_household on income_credit (household_id);
create index if not exists income_credit_order on income_credit (order_id);
create table if not exists sale_leaf (
  id text primary key,
  order_id text not null references sale,
  order_line_id text references sale_line,
  part text not null check (part in
    ('household', 'service', 'packing', 'freight', 'platform', 'shipping', 'tax', 'unattributed')),
  owner_id text not null,
  credit_id text references income_credit,
  amount_fen bigint not null check (amount_fen >= 0)
);
create index if not exists sale_leaf_order on sale_leaf (order_id);
`;

const LEDGER = `
create table if not exists ledger_account (
  id text primary key,
  kind text not null,
  owner_id text not null,
  state text check (state in ('expected', 'earned', 'settled', 'paid', 'confirmed'))
);
create table if not exists ledger_transaction (
  seq bigint generated always as identity primary key,
  idempotency_key text not null unique,
  input_hash text not null,
  kind text not null check (kind in ('capture', 'refund', 'accept', 'settle', 'pay', 'confirm')),
  order_id text,
  payment_id text,
  source_id text,
  amount_fen bigint not null check (amount_fen >= 0),
  cause text,
  reverses_seq bigint references ledger_transaction,
  occurred_at timestamptz not null,
  posted_at timestamptz not null default clock_timestamp(),
  facts jsonb not null default '{}',
  written_in xid8 not null default pg_current_xact_id()
);
create unique index if not exists ledger_transaction_source
  on ledger_transaction (kind, source_id) where source_id is not null;
create index if not exists ledger_transaction_order on ledger_transaction (order_id);
create table if not exists ledger_posting (
  seq bigint generated always as identity primary key,
  transaction_seq bigint not null references ledger_transaction,
  account_id text not null references ledger_account,
  order_id text,
  leaf_id text references sale_leaf,
  credit_id text references income_credit,
  amount_fen bigint not null check (amount_fen <> 0)
);
create index if not exists ledger_posting_transaction on ledger_posting (transaction_seq);
create index if not exists ledger_posting_order on ledger_posting (order_id) where order_id is not null;
create index if not exists ledger_posting_credit on ledger_posting (credit_id) where credit_id is not null;
`;

const BALANCES = `
create table if not exists credit_balance (
  credit_id text primary key references income_credit,
  order_id text not null,
  order_line_id text not null,
  household_id text not null,
  division_code text not null,
  cooperative_id text not null,
  product_id text,
  category text not null,
  sold_on date not null,
  state text not null default 'expected'
    check (state in ('expected', 'earned', 'settled', 'paid', 'confirmed')),
  credited_fen bigint not null default 0,
  reversed_fen bigint not null default 0,
  expected_fen bigint not null default 0 check (expected_fen >= 0),
  earned_fen bigint not null default 0 check (earned_fen >= 0),
  settled_fen bigint not null default 0 check (settled_fen >= 0),
  paid_fen bigint not null default 0 check (paid_fen >= 0),
  confirmed_fen bigint not null default 0 check (confirmed_fen >= 0),
  settles_at timestamptz,
  last_moved_at timestamptz
);
create index if not exists credit_balance_household on credit_balance (household_id);
create index if not exists credit_balance_division on credit_balance (division_code text_pattern_ops);
create index if not exists credit_balance_cooperative on credit_balance (cooperative_id);
create index if not exists credit_balance_order on credit_balance (order_id);
create index if not exists credit_balance_settles on credit_balance (settles_at) where earned_fen > 0;
`;

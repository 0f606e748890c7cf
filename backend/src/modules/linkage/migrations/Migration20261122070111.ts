import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Contracts between cooperatives and households, and the entries of income under them. */
export class Migration20261122070111 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CONTRACTS);
    this.addSql(ENTRIES);
    this.addSql(FIXED);
  }

  override async down(): Promise<void> {
    throw new Error("entries of income are never dropped by a migration");
  }
}

const CONTRACTS = `
create table if not exists linkage_contract (
  id text primary key,
  cooperative_id text not null,
  household_id text not null,
  alias text not null,
  linkage text not null,
  terms text not null,
  starts_on date not null,
  ends_on date,
  prepared_by text not null,
  created_at timestamptz not null default now(),
  check (ends_on is null or ends_on >= starts_on)
);
create index if not exists linkage_contract_cooperative on linkage_contract (cooperative_id, created_at desc);
create index if not exists linkage_contract_household on linkage_contract (household_id);
`;

// The same work of the same month is entered once; whoever really owes it twice says so in the note.
const ENTRIES = `
create table if not exists linkage_entry (
  id text primary key,
  cooperative_id text not null,
  household_id text not null,
  alias text not null,
  division_code text not null,
  contract_id text references linkage_contract,
  linkage text not null check (linkage in ('wage', 'land_rent', 'dividend', 'bonus')),
  category text not null check (category in ('wage', 'business', 'property', 'transfer')),
  countable boolean not null,
  rule_pack_id text not null,
  period text not null check (period ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  amount_fen bigint not null check (amount_fen > 0),
  note text not null default '',
  state text not null default 'prepared' check (state in ('prepared', 'approved', 'refused', 'reversed')),
  reverses_id text references linkage_entry,
  reason text,
  prepared_by text not null,
  prepared_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  posted_at timestamptz,
  constraint linkage_entry_two_people check (decided_by is null or decided_by <> prepared_by),
  check ((state = 'prepared') = (decided_by is null)),
  check (reverses_id is null or reason is not null)
);
create unique index if not exists linkage_entry_once
  on linkage_entry (cooperative_id, household_id, linkage, period, amount_fen, note)
  where reverses_id is null and state <> 'refused';
create unique index if not exists linkage_entry_reversed_once
  on linkage_entry (reverses_id) where reverses_id is not null and state <> 'refused';
create index if not exists linkage_entry_cooperative on linkage_entry (cooperative_id, prepared_at desc, id);
create index if not exists linkage_entry_household on linkage_entry (household_id);
create index if not exists linkage_entry_unposted on linkage_entry (decided_at)
  where state = 'approved' and posted_at is null;
`;

// What was entered is what was approved: afterwards only its state moves on.
const FIXED = `
create or replace function linkage_entry_is_fixed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'yigou:append_only an entry of income is never deleted' using errcode = 'restrict_violation';
  end if;
  if (new.id, new.cooperative_id, new.household_id, new.linkage, new.category, new.countable, new.period,
      new.amount_fen, new.note, new.prepared_by, new.reverses_id)
     is distinct from
     (old.id, old.cooperative_id, old.household_id, old.linkage, old.category, old.countable, old.period,
      old.amount_fen, old.note, old.prepared_by, old.reverses_id) then
    raise exception 'yigou:append_only an entry of income is corrected by a further one' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create or replace trigger linkage_entry_is_fixed before update or delete on linkage_entry
  for each row execute function linkage_entry_is_fixed();
`;

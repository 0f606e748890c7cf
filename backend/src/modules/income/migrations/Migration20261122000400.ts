import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Blocks of sealed transactions: each names the one before it, and none can be changed. */
export class Migration20261122000400 extends Migration {
  override up(): void {
    this.addSql(BLOCKS);
    this.addSql(CHAIN);
  }

  override down(): void {
    throw new Error("the seals of the ledger are never dropped by a migration");
  }
}

const BLOCKS = `
create table if not exists ledger_block (
  number bigint primary key check (number > 0),
  count integer not null check (count > 0),
  total bigint not null,
  seqs bigint[] not null,
  leaves bytea not null,
  root bytea not null check (octet_length(root) = 32),
  previous bytea not null unique check (octet_length(previous) = 32),
  hash bytea not null unique check (octet_length(hash) = 32),
  sealed_at timestamptz not null,
  upto xid8 not null,
  check (cardinality(seqs) = count and octet_length(leaves) = 32 * count)
);
alter table ledger_block alter column leaves set storage external;
create index if not exists ledger_block_upto on ledger_block (upto);
`;

// The chain of hashes is made by the sealer; that a block follows the last one is also held here.
const CHAIN = `
create or replace function ledger_block_follows() returns trigger language plpgsql as $$
declare last ledger_block;
begin
  select * into last from ledger_block order by number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1
     or new.previous <> coalesce(last.hash, decode(repeat('00', 32), 'hex'))
     or new.total <> coalesce(last.total, 0) + new.count then
    raise exception 'yigou:block_out_of_order %', new.number using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create or replace trigger ledger_block_follows before insert on ledger_block
  for each row execute function ledger_block_follows();
create or replace trigger ledger_block_append_only before update or delete on ledger_block
  for each row execute function ledger_append_only();
create or replace trigger ledger_block_no_truncate before truncate on ledger_block
  for each statement execute function ledger_append_only();
`;

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Who takes a household's money instead of its head: behind the same wall as the file, and kept for good. */
export class Migration20261122084001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists household_recipient (
        id text primary key,
        household_id text not null references household (id),
        name text not null,
        relation text not null,
        bank_card_sealed text not null,
        bank_card_masked text not null,
        bank_name text not null,
        reason text not null,
        evidence text not null,
        valid_from date not null,
        valid_to date not null,
        recorded_by text not null,
        recorded_name text not null,
        recorded_at timestamptz not null,
        ended_at timestamptz,
        ended_by text,
        ended_because text,
        check (valid_to >= valid_from and valid_to <= valid_from + 366),
        check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null))
      )`);
    this.addSql(
      `create index if not exists household_recipient_household on household_recipient (household_id)`,
    );
    this.addSql(`drop policy if exists household_recipient_scope on household_recipient`);
    this.addSql(`
      create policy household_recipient_scope on household_recipient
      using (exists (select 1 from household h where h.id = household_id))
      with check (exists (select 1 from household h where h.id = household_id))`);
    this.addSql(`alter table household_recipient enable row level security`);
    this.addSql(`alter table household_recipient force row level security`);
    this.addSql(`
      create or replace trigger household_recipient_is_kept before delete or truncate on household_recipient
      for each statement execute function household_is_kept()`);
  }

  override async down(): Promise<void> {
    throw new Error("to whom a household's money went is never dropped by a migration");
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Cards that are recorded anew for a present head; the one of the registration stays where it is, and all are kept. */
export class Migration20261123000602 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists household_card (
        id text primary key,
        household_id text not null references household (id),
        member_id text not null references household_member (id),
        bank_card_sealed text not null,
        bank_card_masked text not null,
        bank_name text not null,
        reason text not null,
        evidence text not null,
        recorded_by text not null,
        recorded_name text not null,
        recorded_at timestamptz not null,
        -- When another one took its place.
        ended_at timestamptz
      )`);
    this.addSql(`
      create unique index if not exists household_one_card on household_card (household_id) where ended_at is null`);
    this.addSql(
      `create index if not exists household_card_household on household_card (household_id)`,
    );
    this.addSql(`drop policy if exists household_card_scope on household_card`);
    this.addSql(`
      create policy household_card_scope on household_card
      using (exists (select 1 from household h where h.id = household_id))
      with check (exists (select 1 from household h where h.id = household_id))`);
    this.addSql(`alter table household_card enable row level security`);
    this.addSql(`alter table household_card force row level security`);
    this.addSql(`
      create or replace trigger household_card_is_kept before delete or truncate on household_card
      for each statement execute function household_is_kept()`);
  }

  override async down(): Promise<void> {
    throw new Error("to which card a household's money went is never dropped by a migration");
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122034900 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table helping_unit (
        id text primary key,
        name text not null,
        kind text not null check (kind in ('enterprise', 'public_unit', 'social_organisation')),
        division_code text not null check (division_code ~ '^[0-9]{12}$'),
        help text not null,
        created_at timestamptz not null default now(),
        constraint helping_unit_once unique (division_code, name)
      )`);
    this.addSql(`
      create table pairing (
        id text primary key,
        household_id text not null,
        helping_unit_id text not null references helping_unit (id),
        responsible_person text not null,
        starts_on date not null,
        ends_on date,
        created_at timestamptz not null default now(),
        check (ends_on is null or ends_on >= starts_on)
      )`);
    this.addSql(`create index pairing_household on pairing (household_id, starts_on desc)`);
    this.addSql(`create index pairing_unit on pairing (helping_unit_id)`);
    // The same unit twice with the same household at one time would count its help twice.
    this.addSql(`
      create unique index pairing_open_once on pairing (household_id, helping_unit_id) where ends_on is null`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists pairing`);
    this.addSql(`drop table if exists helping_unit`);
  }
}

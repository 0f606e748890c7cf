import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122088001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table household_consent (
        id text primary key,
        household_id text not null,
        purpose text not null check (purpose in ('story', 'village', 'news')),
        version int not null check (version > 0),
        evidence text not null check (evidence in ('signed_page', 'spoken')),
        given_on date not null,
        expires_on date not null check (expires_on > given_on),
        recorded_by text not null,
        recorded_at timestamptz not null default now(),
        withdrawn_at timestamptz,
        withdrawn_by text,
        unique (household_id, purpose, version)
      )`);
    this.addSql(`
      create unique index household_consent_one on household_consent (household_id, purpose)
      where withdrawn_at is null`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists household_consent`);
  }
}

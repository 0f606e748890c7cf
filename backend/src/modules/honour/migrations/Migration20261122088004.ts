import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122088004 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table honour_name (
        id text primary key,
        kind text not null check (kind in ('buyer', 'work_unit')),
        -- A customer or a work unit; never told to anybody.
        subject_id text not null,
        name text not null,
        show_amount boolean not null,
        agreed_by text not null,
        agreed_at timestamptz not null default now(),
        withdrawn_at timestamptz
      )`);
    this.addSql(
      `create unique index honour_name_one on honour_name (kind, subject_id) where withdrawn_at is null`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists honour_name`);
  }
}

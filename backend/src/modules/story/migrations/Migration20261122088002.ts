import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122088002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table story_page (
        kind text not null check (kind in ('village', 'household', 'cooperative', 'enterprise')),
        handle text not null check (handle ~ '^[a-z0-9][a-z0-9-]{0,118}$'),
        -- A division code, or the id of a household, cooperative or helping unit; never told to anybody.
        subject_id text not null,
        created_at timestamptz not null default now(),
        primary key (kind, handle),
        unique (kind, subject_id)
      )`);
    this.addSql(`
      create table story_text (
        kind text not null,
        subject_id text not null,
        zh text not null,
        en text not null default '',
        written_by text not null,
        written_at timestamptz not null default now(),
        primary key (kind, subject_id)
      )`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists story_text`);
    this.addSql(`drop table if exists story_page`);
  }
}

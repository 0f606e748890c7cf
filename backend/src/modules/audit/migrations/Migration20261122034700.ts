import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122034700 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table file_read (
        id bigint generated always as identity primary key,
        official_id text not null,
        household_id text not null,
        route text not null,
        read_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create index file_read_household on file_read (household_id, read_at desc)`);
    this.addSql(`create index file_read_official on file_read (official_id, read_at desc)`);
    this.addSql(`
      create function file_read_is_fixed() returns trigger language plpgsql as $$
      begin
        raise exception 'the log of reads is append-only';
      end $$`);
    this.addSql(`
      create trigger file_read_is_fixed before update or delete on file_read
      for each row execute function file_read_is_fixed()`);
    this.addSql(`
      create trigger file_read_is_not_emptied before truncate on file_read
      for each statement execute function file_read_is_fixed()`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists file_read`);
    this.addSql(`drop function if exists file_read_is_fixed`);
  }
}

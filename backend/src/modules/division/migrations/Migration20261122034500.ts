import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122034500 extends Migration {
  override async up(): Promise<void> {
    // NOTE: text with a CHECK, not char(12): a bpchar column compared with text is cast and loses its index.
    this.addSql(`
      create table division (
        code text primary key check (code ~ '^[0-9]{12}$'),
        name text not null,
        level text not null check (level in ('province', 'city', 'county', 'township', 'village')),
        parent_code text references division (code) deferrable initially deferred,
        pinyin text not null,
        created_at timestamptz not null default now()
      )`);
    this.addSql(`create index division_parent on division (parent_code)`);
    this.addSql(`create index division_prefix on division (code text_pattern_ops)`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists division`);
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122034600 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table rule_pack (
        id text primary key,
        division_code text not null check (division_code ~ '^([0-9]{2,12})?$'),
        effective_on date not null,
        content jsonb not null,
        created_at timestamptz not null default now(),
        constraint rule_pack_once unique (division_code, effective_on)
      )`);
    // A rule that was in force stays what it was: what was decided by it must stay explicable.
    this.addSql(`
      create function rule_pack_is_fixed() returns trigger language plpgsql as $$
      begin
        raise exception 'a published rule pack does not change: publish one with a later day';
      end $$`);
    this.addSql(`
      create trigger rule_pack_is_fixed before update on rule_pack
      for each row execute function rule_pack_is_fixed()`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists rule_pack`);
    this.addSql(`drop function if exists rule_pack_is_fixed`);
  }
}

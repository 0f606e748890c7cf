import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/**
 * One person in one household: a keyed mark beside each sealed ID number, once among the members who are present.
 *
 * NOTE: a migration has no key, so rows that are there already get their marks by the service, before the first
 * registration or change that a process makes.
 */
export class Migration20261123000601 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table household_member add column if not exists id_number_mark text`);
    this.addSql(`
      create unique index if not exists household_member_once on household_member (id_number_mark)
      where left_on is null and id_number_mark is not null`);
    // A narrow door through row level security: whoever has the number at hand learns which household has it.
    this.addSql(`
      create or replace function household_number_holder(mark text)
      returns table (member_id text, household_id text, division_code text, code text, alias text)
      language plpgsql as $$
      declare before text := coalesce(current_setting('yigou.system', true), '');
      begin
        perform set_config('yigou.system', 'on', true);
        return query
          select m.id, h.id, h.division_code, h.code, h.alias
            from household_member m join household h on h.id = m.household_id
           where m.id_number_mark = mark and m.left_on is null;
        perform set_config('yigou.system', before, true);
      end $$`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists household_number_holder`);
    this.addSql(`alter table household_member drop column if exists id_number_mark`);
  }
}

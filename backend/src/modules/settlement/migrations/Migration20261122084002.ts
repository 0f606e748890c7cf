import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Who takes a line's money when it is not the head: chosen when the settlement is prepared. */
export class Migration20261122084002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
alter table settlement_line add column if not exists recipient_id text;
alter table settlement_line add column if not exists recipient_relation text;
alter table settlement_line drop constraint if exists settlement_line_recipient_is_whole;
alter table settlement_line add constraint settlement_line_recipient_is_whole
  check ((recipient_id is null) = (recipient_relation is null));
`);
  }

  override async down(): Promise<void> {
    throw new Error("to whom a household's money went is never dropped by a migration");
  }
}

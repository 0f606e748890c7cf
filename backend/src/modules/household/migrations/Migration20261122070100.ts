import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Where a household's card is kept: a bank asks for it with every transfer. */
export class Migration20261122070100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table household_private add column if not exists bank_name text`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table household_private drop column if exists bank_name`);
  }
}

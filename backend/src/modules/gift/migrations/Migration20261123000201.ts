import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** A gift knows the purchase under whose key its cart was made, so that a list need not be typed twice. */
export class Migration20261123000201 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table gift add column if not exists checkout_id text;
      create index if not exists gift_checkout on gift (checkout_id) where checkout_id is not null;
    `);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table gift drop column if exists checkout_id;`);
  }
}

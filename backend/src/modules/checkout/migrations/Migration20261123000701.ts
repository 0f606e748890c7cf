import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** A purchase still knows its last cart after a payment's no, so that an address need not be typed twice. */
export class Migration20261123000701 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table checkout add column if not exists tried_cart_id text;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table checkout drop column if exists tried_cart_id;`);
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122040500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists cart_owner (
        cart_id text primary key,
        customer_id text not null
      );
    `);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists cart_owner;`);
  }
}

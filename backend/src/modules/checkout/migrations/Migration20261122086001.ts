import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** A payment may come while its buyer is away: the purchase then knows by itself for whom it is. */
export class Migration20261122086001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table checkout add column if not exists work_unit_id text;`);
    this.addSql(
      `create index if not exists checkout_cart on checkout (cart_id) where cart_id is not null;`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists checkout_cart;`);
    this.addSql(`alter table checkout drop column if exists work_unit_id;`);
  }
}

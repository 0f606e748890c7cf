import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123000702 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists card_holder (
        customer_id text primary key,
        house_id text not null unique,
        created_at timestamptz not null default now()
      );
    `);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists card_holder;`);
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122087031 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists basket (
        customer_id text primary key,
        items jsonb not null,
        updated_at timestamptz not null default now()
      );
    `);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists basket;`);
  }
}

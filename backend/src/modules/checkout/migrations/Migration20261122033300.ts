import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122033300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists checkout (
        id text primary key,
        actor text not null,
        key text not null,
        input_hash text not null,
        cart_id text,
        order_id text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (actor, key)
      );
    `);
    this.addSql(`
      create table if not exists order_buyer (
        order_id text primary key,
        access_token_hash text,
        work_unit_id text,
        transfer_reference text,
        created_at timestamptz not null default now()
      );
    `);
    this.addSql(
      `create index if not exists order_buyer_work_unit on order_buyer (work_unit_id) where work_unit_id is not null;`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists order_buyer;`);
    this.addSql(`drop table if exists checkout;`);
  }
}

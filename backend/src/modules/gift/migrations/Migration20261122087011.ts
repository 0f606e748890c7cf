import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122087011 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists gift (
        cart_id text primary key,
        message text,
        created_at timestamptz not null default now()
      );
    `);
    this.addSql(`
      create table if not exists gift_recipient (
        id text primary key,
        cart_id text not null references gift (cart_id) on delete cascade,
        position int not null check (position > 0),
        address jsonb not null,
        unique (cart_id, position)
      );
    `);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists gift_recipient, gift;`);
  }
}

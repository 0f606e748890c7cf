import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122120201 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists buyer_photo (
        id text primary key,
        order_id text not null,
        file_key text not null,
        public_key text,
        public_url text,
        used_by text,
        position int,
        created_at timestamptz not null default now()
      );
    `);
    this.addSql(`create index if not exists buyer_photo_order on buyer_photo (order_id);`);
    this.addSql(
      `create index if not exists buyer_photo_used on buyer_photo (used_by, position) where used_by is not null;`,
    );
    this.addSql(
      `create index if not exists buyer_photo_unused on buyer_photo (created_at) where used_by is null;`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists buyer_photo;`);
  }
}

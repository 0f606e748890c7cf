import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122041200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists shelf_good (
        product_id text primary key,
        handle text not null,
        cooperative_id text not null,
        category text not null,
        category_label text not null,
        county_code text not null,
        county_name text not null,
        cooperative_name text not null,
        township_codes text[] not null,
        aliases text[] not null,
        price_fen bigint not null,
        in_stock boolean not null,
        listed_at timestamptz not null,
        card jsonb not null,
        page jsonb not null,
        terms jsonb not null,
        search tsvector not null,
        read_at timestamptz not null
      );
    `);
    // Not unique: two goods may pass a handle on, and one is refreshed before the other.
    this.addSql(`create index if not exists shelf_good_handle on shelf_good (handle);`);
    this.addSql(
      `create index if not exists shelf_good_newest on shelf_good (listed_at desc, product_id);`,
    );
    this.addSql(
      `create index if not exists shelf_good_price on shelf_good (price_fen, product_id);`,
    );
    this.addSql(`create index if not exists shelf_good_search on shelf_good using gin (search);`);
    this.addSql(`create index if not exists shelf_good_aliases on shelf_good using gin (aliases);`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists shelf_good;`);
  }
}

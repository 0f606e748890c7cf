import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122087021 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists adoption_offer (
        product_id text primary key,
        cooperative_id text not null,
        household_id text not null,
        alias text not null,
        kind text not null check (kind in ('tree', 'pre_order')),
        season text not null,
        harvest_from date not null,
        harvest_to date not null check (harvest_to >= harvest_from),
        yield_text text not null,
        yield_g int not null check (yield_g > 0),
        trees int not null check (trees > 0),
        harvested_g int check (harvested_g >= 0),
        harvested_at timestamptz,
        created_at timestamptz not null default now()
      );
    `);
    this.addSql(
      `create index if not exists adoption_offer_cooperative on adoption_offer (cooperative_id, created_at desc);`,
    );
    this.addSql(`
      create table if not exists adoption_tree (
        product_id text not null references adoption_offer (product_id) on delete cascade,
        number int not null check (number > 0),
        order_id text,
        order_line_id text,
        adopted_at timestamptz,
        primary key (product_id, number),
        check ((order_id is null) = (order_line_id is null))
      );
    `);
    this.addSql(
      `create index if not exists adoption_tree_line on adoption_tree (order_line_id) where order_line_id is not null;`,
    );
    this.addSql(`
      create table if not exists adoption_update (
        id text primary key,
        product_id text not null references adoption_offer (product_id) on delete cascade,
        text text not null,
        picture text,
        created_by text not null,
        created_at timestamptz not null default now()
      );
    `);
    this.addSql(
      `create index if not exists adoption_update_product on adoption_update (product_id, created_at desc);`,
    );
    this.addSql(`
      create table if not exists adoption_compensation (
        order_line_id text primary key,
        order_id text not null,
        product_id text not null references adoption_offer (product_id),
        amount_fen bigint not null check (amount_fen > 0),
        due_at timestamptz not null default now(),
        given_at timestamptz
      );
    `);
    this.addSql(
      `create index if not exists adoption_compensation_due on adoption_compensation (due_at) where given_at is null;`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop table if exists adoption_compensation, adoption_update, adoption_tree, adoption_offer;`,
    );
  }
}

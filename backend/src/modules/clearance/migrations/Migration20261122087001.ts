import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122087001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists clearance_offer (
        id text primary key,
        product_id text not null,
        variant_id text not null,
        cooperative_id text not null,
        household_id text,
        price_fen bigint not null check (price_fen > 0),
        usual_fen bigint not null,
        floor_fen bigint not null check (floor_fen >= 0),
        quantity int not null check (quantity > 0),
        reason text not null,
        last_on date not null,
        ends_at timestamptz not null,
        state text not null check (state in ('proposed', 'open', 'ended', 'refused')),
        proposed_by text not null,
        decided_by text,
        ended_at timestamptz,
        ended_why text check (ended_why in ('sold_out', 'day_over', 'withdrawn')),
        created_at timestamptz not null default now(),
        check (price_fen < usual_fen),
        check (state <> 'open' or price_fen >= floor_fen or (decided_by is not null and decided_by <> proposed_by))
      );
    `);
    this.addSql(
      `create unique index if not exists clearance_offer_once on clearance_offer (variant_id) where state in ('proposed', 'open');`,
    );
    this.addSql(
      `create index if not exists clearance_offer_cooperative on clearance_offer (cooperative_id, created_at desc);`,
    );
    this.addSql(
      `create index if not exists clearance_offer_household on clearance_offer (household_id) where household_id is not null;`,
    );
    this.addSql(
      `create index if not exists clearance_offer_variant on clearance_offer (variant_id, created_at desc);`,
    );
    this.addSql(`
      create table if not exists clearance_sale (
        order_line_id text primary key,
        order_id text not null,
        offer_id text not null references clearance_offer (id),
        quantity int not null check (quantity > 0),
        sold_at timestamptz not null default now()
      );
    `);
    this.addSql(
      `create index if not exists clearance_sale_offer on clearance_sale (offer_id, order_id);`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists clearance_sale, clearance_offer;`);
  }
}

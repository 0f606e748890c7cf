import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122041100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists lot (
        id text primary key,
        cooperative_id text not null,
        code text not null,
        harvested_on date not null,
        weight_g bigint not null check (weight_g > 0),
        created_at timestamptz not null default now()
      );
    `);
    this.addSql(`create index if not exists lot_cooperative on lot (cooperative_id, code);`);
    this.addSql(`
      create table if not exists lot_contribution (
        lot_id text not null references lot (id) on delete cascade,
        household_id text not null,
        alias text not null,
        division_code text not null,
        weight_g bigint not null check (weight_g > 0),
        linkage text not null check (linkage in ('purchase', 'wage', 'land_rent', 'dividend', 'entrusted', 'bonus')),
        created_at timestamptz not null default now(),
        primary key (lot_id, household_id, linkage)
      );
    `);
    this.addSql(
      `create index if not exists lot_contribution_household on lot_contribution (household_id);`,
    );
    this.addSql(`
      create table if not exists listing (
        product_id text primary key,
        cooperative_id text not null,
        lot_id text not null references lot (id) on delete cascade,
        title_en text not null,
        description_en text not null,
        certificates jsonb not null default '[]',
        listed_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
    `);
    this.addSql(
      `create index if not exists listing_cooperative on listing (cooperative_id, listed_at desc);`,
    );
    this.addSql(`
      create table if not exists supply_terms (
        id text primary key,
        product_id text not null,
        cooperative_id text not null,
        cooperative_name text not null,
        lot_id text not null,
        lot_code text not null,
        effective_at timestamptz not null,
        service_ppm int not null check (service_ppm between 0 and 1000000),
        packing_fen bigint not null check (packing_fen >= 0),
        freight_fen bigint not null check (freight_fen >= 0),
        platform_ppm int not null check (platform_ppm between 0 and 1000000),
        contributors jsonb not null check (jsonb_array_length(contributors) > 0),
        recorded_at timestamptz not null default now()
      );
    `);
    this.addSql(
      `create index if not exists supply_terms_product on supply_terms (product_id, effective_at desc);`,
    );
    // The split of a past sale is read from here again when the ledger is recomputed: nothing may change under it.
    this.addSql(`
      create or replace function supply_terms_stay() returns trigger language plpgsql as $$
      begin
        raise exception 'supply_terms is append-only' using errcode = 'restrict_violation';
      end $$;
    `);
    this.addSql(`
      create or replace trigger supply_terms_stay before update or delete on supply_terms
      for each row execute function supply_terms_stay();
    `);
    this.addSql(`
      create or replace trigger supply_terms_stay_whole before truncate on supply_terms
      for each statement execute function supply_terms_stay();
    `);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists supply_terms, listing, lot_contribution, lot;`);
    this.addSql(`drop function if exists supply_terms_stay;`);
  }
}

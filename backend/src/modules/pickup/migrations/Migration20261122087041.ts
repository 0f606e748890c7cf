import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122087041 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists pickup_point (
        id text primary key,
        kind text not null check (kind in ('township', 'village', 'city')),
        name text not null,
        division_code text not null,
        province text not null,
        city text not null,
        county text not null,
        street text not null,
        hours text not null,
        phone text not null,
        key_hash text not null,
        open boolean not null default true,
        created_at timestamptz not null default now()
      );
    `);
    this.addSql(`
      create table if not exists pickup_order (
        cart_id text primary key,
        point_id text not null references pickup_point (id),
        handed_over_at timestamptz,
        created_at timestamptz not null default now()
      );
    `);
    this.addSql(`create index if not exists pickup_order_point on pickup_order (point_id);`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists pickup_order, pickup_point;`);
  }
}

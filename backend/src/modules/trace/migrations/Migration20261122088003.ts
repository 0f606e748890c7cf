import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122088003 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table lot_trace (
        lot_id text primary key,
        code text not null unique check (code ~ '^[2-9A-HJ-KM-NP-Z]{12}$'),
        created_at timestamptz not null default now()
      )`);
    this.addSql(`
      create table lot_report (
        id text primary key,
        lot_id text not null,
        title text not null,
        laboratory text not null,
        number text not null,
        tested_on date not null,
        passed boolean not null,
        recorded_by text not null,
        recorded_at timestamptz not null default now(),
        unique (lot_id, number)
      )`);
    this.addSql(`
      create table origin_dispute (
        id text primary key,
        lot_id text not null,
        division_code text not null check (division_code ~ '^[0-9]{12}$'),
        statement text not null,
        opened_by text not null,
        opened_at timestamptz not null default now(),
        -- Goods that were taken off the shelf because of it.
        frozen_products text[] not null default '{}',
        outcome text check (outcome in ('origin_confirmed', 'false_origin')),
        reason text,
        resolved_by text,
        resolved_at timestamptz,
        check ((outcome is null) = (resolved_at is null))
      )`);
    this.addSql(
      `create unique index origin_dispute_open_once on origin_dispute (lot_id) where resolved_at is null`,
    );
    this.addSql(`create index origin_dispute_lot on origin_dispute (lot_id, opened_at desc)`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists origin_dispute, lot_report, lot_trace`);
  }
}

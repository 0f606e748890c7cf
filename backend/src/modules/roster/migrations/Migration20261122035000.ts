import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122035000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table official (
        id text primary key,
        name text not null,
        email text not null constraint official_email_once unique,
        division_code text not null check (division_code ~ '^[0-9]{2,12}$'),
        role text not null
          check (role in ('village_cadre', 'township_official', 'county_official', 'city_official')),
        active boolean not null default true,
        created_at timestamptz not null default now()
      )`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists official`);
  }
}

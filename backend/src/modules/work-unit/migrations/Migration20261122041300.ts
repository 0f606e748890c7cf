import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122041300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists work_unit (
        id text primary key,
        name text not null,
        division_code text not null check (division_code ~ '^[0-9]{12}$'),
        created_at timestamptz not null default now()
      );
    `);
    this.addSql(`
      create table if not exists work_unit_member (
        work_unit_id text not null references work_unit (id) on delete cascade,
        customer_id text not null,
        role text not null check (role in ('buyer', 'approver', 'admin')),
        joined_at timestamptz not null default now(),
        primary key (work_unit_id, customer_id)
      );
    `);
    this.addSql(
      `create index if not exists work_unit_member_customer on work_unit_member (customer_id);`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists work_unit_member;`);
    this.addSql(`drop table if exists work_unit;`);
  }
}

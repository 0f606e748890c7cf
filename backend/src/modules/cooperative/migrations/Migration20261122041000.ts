import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122041000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists cooperative (
        id text primary key,
        name text not null,
        division_code text not null check (division_code ~ '^[0-9]{12}$'),
        license_no text not null,
        contact_name text not null,
        contact_phone text not null,
        status text not null default 'applied' check (status in ('applied', 'approved', 'refused', 'suspended')),
        decided_by text,
        decided_at timestamptz,
        decision_reason text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
    `);
    // A refused applicant may hand the licence to a new account; nobody else may use it twice.
    this.addSql(
      `create unique index if not exists cooperative_license_no on cooperative (license_no) where status <> 'refused';`,
    );
    this.addSql(
      `create index if not exists cooperative_division on cooperative (division_code text_pattern_ops, status);`,
    );
    this.addSql(`
      create table if not exists cooperative_member (
        id text primary key,
        cooperative_id text not null references cooperative (id) on delete cascade,
        auth_identity_id text not null unique,
        email text not null,
        name text not null,
        role text not null check (role in ('manager', 'staff')),
        created_at timestamptz not null default now()
      );
    `);
    this.addSql(
      `create index if not exists cooperative_member_cooperative on cooperative_member (cooperative_id);`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists cooperative_member;`);
    this.addSql(`drop table if exists cooperative;`);
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** What the sandbox, as an outside payment house, knows by itself; a reconciliation asks these tables. */
export class Migration20261122033100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists sandbox_charge (
        session_id text primary key,
        amount_fen bigint not null check (amount_fen >= 0),
        state text not null check (state in ('open', 'pending', 'captured', 'declined', 'canceled')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
    `);
    this.addSql(`
      create table if not exists sandbox_refund (
        key text primary key,
        session_id text not null references sandbox_charge (session_id),
        amount_fen bigint not null check (amount_fen > 0),
        created_at timestamptz not null default now()
      );
    `);
    this.addSql(
      `create index if not exists sandbox_refund_session on sandbox_refund (session_id);`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists sandbox_refund;`);
    this.addSql(`drop table if exists sandbox_charge;`);
  }
}

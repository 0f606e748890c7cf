import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123000301 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists chargeback (
        id text primary key,
        provider_id text not null,
        session_id text not null,
        intent_id text not null,
        amount_fen bigint not null check (amount_fen > 0),
        currency text not null,
        reason text not null,
        state text not null check (state in ('to_answer', 'under_review', 'won', 'lost', 'closed')),
        is_inquiry boolean not null,
        due_at timestamptz,
        opened_at timestamptz not null,
        closed_at timestamptz,
        check ((state in ('to_answer', 'under_review')) = (closed_at is null))
      );
    `);
    this.addSql(`create index if not exists chargeback_opened on chargeback (opened_at desc);`);
    this.addSql(
      `create index if not exists chargeback_open on chargeback (due_at) where closed_at is null;`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists chargeback;`);
  }
}

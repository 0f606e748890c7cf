import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Evidence of confirmations, wrong codes, disputes. */
export class Migration20261122070211 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists confirmation_evidence (
        id text primary key,
        household_id text not null,
        method text not null check (method in ('page', 'sms_code', 'passbook_code')),
        file_key text,
        page_sha256 text,
        code_hash text,
        credit_ids text[] not null default '{}',
        amount_fen bigint not null default 0 check (amount_fen >= 0),
        made_by text not null,
        made_at timestamptz not null,
        expires_at timestamptz,
        voided_at timestamptz,
        used_at timestamptz,
        check ((method = 'page') = (file_key is not null and page_sha256 is not null)),
        check ((method = 'page') = (code_hash is null)),
        check ((method = 'page') = (expires_at is null))
      )`);
    this.addSql(
      `create index if not exists confirmation_evidence_household on confirmation_evidence (household_id, made_at desc)`,
    );
    // The same photograph proves one confirmation, whoever sends it and however often.
    this.addSql(
      `create unique index if not exists confirmation_evidence_page on confirmation_evidence (page_sha256)
       where used_at is not null`,
    );
    this.addSql(`
      create table if not exists confirmation_failure (
        id bigint generated always as identity primary key,
        household_id text not null,
        at timestamptz not null
      )`);
    this.addSql(
      `create index if not exists confirmation_failure_household on confirmation_failure (household_id, at)`,
    );
    this.addSql(`
      create table if not exists confirmation_dispute (
        id text primary key,
        household_id text not null,
        alias text not null,
        division_code text not null check (division_code ~ '^[0-9]{12}$'),
        credit_ids text[] not null,
        amount_fen bigint not null check (amount_fen > 0),
        statement text not null,
        opened_by text not null,
        opened_at timestamptz not null,
        outcome text check (outcome in ('received', 'paid_again', 'unfounded')),
        reason text,
        resolved_by text,
        resolved_at timestamptz,
        check (num_nonnulls(outcome, reason, resolved_by, resolved_at) in (0, 4))
      )`);
    this.addSql(
      `create index if not exists confirmation_dispute_division
       on confirmation_dispute (division_code text_pattern_ops, resolved_at, opened_at)`,
    );
    this.addSql(
      `create index if not exists confirmation_dispute_household on confirmation_dispute (household_id)`,
    );
  }

  override async down(): Promise<void> {
    throw new Error("evidence of confirmations is never dropped by a migration");
  }
}

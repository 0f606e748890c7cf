import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Messages to be sent: to whom and what for, never a number or a text. */
export class Migration20261122070311 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists sms_message (
        id text primary key,
        household_id text not null,
        purpose text not null check (purpose in ('confirmation_code')),
        subject_id text not null,
        asked_by text not null,
        made_at timestamptz not null default now(),
        expires_at timestamptz not null,
        next_try_at timestamptz not null default now(),
        tries integer not null default 0,
        sent_at timestamptz,
        error text
      )`);
    this.addSql(
      `create index if not exists sms_message_due on sms_message (next_try_at) where sent_at is null`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists sms_message`);
  }
}

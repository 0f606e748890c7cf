import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122033400 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists login_attempt (
        id bigint generated always as identity primary key,
        subject text not null,
        at timestamptz not null default now()
      );
    `);
    this.addSql(`create index if not exists login_attempt_subject on login_attempt (subject, at);`);
    this.addSql(`create index if not exists login_attempt_at on login_attempt (at);`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists login_attempt;`);
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** What is on its way to buyers by e-mail: one for each step that another has made, written beside the step. */
export class Migration20261122132001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists complaint_mail (
        event_id bigint primary key references complaint_event (id),
        attempts int not null default 0,
        due_at timestamptz not null default now(),
        sent_at timestamptz,
        dropped_at timestamptz
      );
    `);
    this.addSql(
      `create index if not exists complaint_mail_due on complaint_mail (due_at) where sent_at is null and dropped_at is null;`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists complaint_mail;`);
  }
}

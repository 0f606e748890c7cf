import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** The operator's list of failing notifications reads those that are not done, however many are. */
export class Migration20261122083000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index if not exists inbox_event_open on inbox_event (received_at) where state <> 'done';`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists inbox_event_open;`);
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Which database session stands behind a lease: when it is gone, its process has died. */
export class Migration20261122051000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table lock_lease add column if not exists session_pid int;`);
    this.addSql(`alter table lock_lease add column if not exists session_start timestamptz;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table lock_lease drop column if exists session_pid;`);
    this.addSql(`alter table lock_lease drop column if exists session_start;`);
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Which of a household's cards a line was made with; null is the one of the registration. */
export class Migration20261123000603 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table settlement_line add column if not exists card_id text`);
  }

  override async down(): Promise<void> {
    throw new Error("to which card a household's money went is never dropped by a migration");
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Each block says in which form the private texts of its leaves are written; those that stand are in the first. */
export class Migration20261122082001 extends Migration {
  override up(): void {
    this.addSql(
      "alter table ledger_block add column if not exists form smallint not null default 1",
    );
    this.addSql("alter table ledger_block drop constraint if exists ledger_block_form_check");
    this.addSql(
      "alter table ledger_block add constraint ledger_block_form_check check (form in (1, 2))",
    );
  }

  override down(): void {
    throw new Error("the seals of the ledger are never dropped by a migration");
  }
}

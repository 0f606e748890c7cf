import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Refunds that the payment house has told us it gave; what is not here is asked for again. */
export class Migration20261122071500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists refund_given (
        refund_id text primary key,
        given_at timestamptz not null default now()
      );
    `);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists refund_given;`);
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** What the house charges for a chargeback, and what a person has done where the books could not follow. */
export class Migration20261123000703 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table chargeback
        add column if not exists fee_amount bigint,
        add column if not exists fee_currency text,
        add column if not exists done_at timestamptz,
        add column if not exists done_by text,
        add column if not exists done_note text;
    `);
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table chargeback drop column if exists fee_amount, drop column if exists fee_currency,
        drop column if exists done_at, drop column if exists done_by, drop column if exists done_note;
    `);
  }
}

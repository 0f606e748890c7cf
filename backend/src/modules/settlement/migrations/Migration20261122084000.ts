import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** A person pairs a row of the bank with a line by hand: who, in which role, and why. */
export class Migration20261122084000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
alter table bank_match add column if not exists made_by text;
alter table bank_match add column if not exists made_role text;
alter table bank_match add column if not exists made_name text;
alter table bank_match add column if not exists reason text;
alter table bank_match drop constraint if exists bank_match_basis_check;
alter table bank_match add constraint bank_match_basis_check
  check (basis in ('reference', 'voucher', 'card', 'name', 'manual'));
alter table bank_match drop constraint if exists bank_match_manual_says_why;
alter table bank_match add constraint bank_match_manual_says_why
  check (basis <> 'manual' or (made_by is not null and made_role is not null and reason is not null));
`);
  }

  override async down(): Promise<void> {
    throw new Error("who paired what, and why, is never dropped by a migration");
  }
}

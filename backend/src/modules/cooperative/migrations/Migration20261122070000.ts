import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Who prepares a settlement is not who approves it: a role for each. */
export class Migration20261122070000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table cooperative_member drop constraint if exists cooperative_member_role_check;
    `);
    this.addSql(`
      alter table cooperative_member add constraint cooperative_member_role_check
        check (role in ('manager', 'bookkeeper', 'staff'));
    `);
  }

  override async down(): Promise<void> {
    throw new Error("a bookkeeper has no place in the earlier table");
  }
}

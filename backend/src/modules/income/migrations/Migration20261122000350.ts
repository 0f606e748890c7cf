import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { ENTER, ENTER_BACK, ENTER_ONE } from "../sql/enter";

/** Credits on payroll and contract entries. */
export class Migration20261122000350 extends Migration {
  override up(): void {
    for (const sql of [ENTER_ONE, ENTER_BACK, ENTER]) this.addSql(sql);
  }

  override down(): void {
    throw new Error("the ledger is never converted back by a migration");
  }
}

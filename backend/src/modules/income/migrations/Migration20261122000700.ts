import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { HOLD, TRANSFER } from "../sql/hold";

/** Money on its way to households: holds, transfers of exact amounts, transfers that came back. */
export class Migration20261122000700 extends Migration {
  override up(): void {
    this.addSql(HOLD);
    this.addSql(TRANSFER);
  }

  override down(): void {
    throw new Error("what is on its way to households is never dropped by a migration");
  }
}

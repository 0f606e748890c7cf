import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { FLOW_MONTHS } from "../sql/flow-months";
import { ROLLUP_ROLL } from "../sql/rollup-roll";

/** Pictures of the money flow of months that are over. */
export class Migration20261122082002 extends Migration {
  override up(): void {
    this.addSql(FLOW_MONTHS);
    this.addSql(ROLLUP_ROLL);
  }

  override down(): void {
    this.addSql("drop index if exists ledger_transaction_period");
    throw new Error("the roll-ups of the ledger are not taken back by a migration");
  }
}

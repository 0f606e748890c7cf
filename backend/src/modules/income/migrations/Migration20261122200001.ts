import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { SELL_WHOLE } from "../sql/sell-whole";

/** A sale that is paid for in one piece has a function of its own, without what a plain sale has not. */
export class Migration20261122200001 extends Migration {
  override up(): void {
    this.addSql(SELL_WHOLE);
  }

  override down(): void {
    this.addSql("drop function ledger_sell_whole");
  }
}

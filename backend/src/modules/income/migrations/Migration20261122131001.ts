import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { FEN_SUM, ROLLUP_REBUILD } from "../sql/rollup-rebuild";

/** The roll-ups are built anew from one pass over the postings, and each level of places from the one below. */
export class Migration20261122131001 extends Migration {
  override up(): void {
    this.addSql(FEN_SUM);
    this.addSql(ROLLUP_REBUILD);
  }

  override down(): void {
    // The function keeps its meaning: there is nothing to take back.
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { AMEND, AMENDMENTS } from "../sql/amend";
import { appendOnly } from "../sql/guards";
import { ADD_PARTS } from "../sql/parts";

/** Amendments of a sale: what an order change adds to it and takes off. */
export class Migration20261122000600 extends Migration {
  override up(): void {
    this.addSql(AMENDMENTS);
    for (const table of ["sale_amendment", "sale_leaf_void"] as const)
      this.addSql(appendOnly(table));
    for (const sql of [ADD_PARTS, AMEND]) this.addSql(sql);
  }

  override down(): void {
    throw new Error("the ledger is never converted back by a migration");
  }
}

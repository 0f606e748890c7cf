import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { PERIOD_CLOSING } from "../sql/period-closing";
import { ROLLUP_COMPARE, ROLLUP_EXPECTED } from "../sql/rollup-drift";
import { ROLLUP_LEGS } from "../sql/rollup-legs";
import { ROLLUP_ADD, ROLLUP_ROLL } from "../sql/rollup-roll";
import { ROLLUP_TABLES } from "../sql/rollup-tables";

/** Roll-ups that follow the postings, their recomputation, and the closing of months. */
export class Migration20261122000500 extends Migration {
  override up(): void {
    for (const sql of [ROLLUP_TABLES, ROLLUP_LEGS, ROLLUP_EXPECTED, ROLLUP_ADD, ROLLUP_ROLL])
      this.addSql(sql);
    this.addSql(ROLLUP_COMPARE);
    this.addSql(PERIOD_CLOSING);
  }

  override down(): void {
    throw new Error("closed months are never opened by a migration");
  }
}

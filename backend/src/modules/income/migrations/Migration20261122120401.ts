import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { ROLLUP_LEGS } from "../sql/rollup-legs";

/** The tail of the roll-ups is looked for by its index: by a scan, an empty tail cost more than the roll-ups. */
export class Migration20261122120401 extends Migration {
  override up(): void {
    this.addSql(ROLLUP_LEGS);
  }

  override down(): void {
    // The functions keep their meaning: there is nothing to take back.
  }
}

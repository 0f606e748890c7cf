import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { FREEZE, SELL } from "../sql/freeze";
import { appendOnly, BALANCED, GRANTS, GROUNDED, GROUNDED_APART } from "../sql/guards";
import { DERIVE_LEAVES } from "../sql/leaves";
import { BUYERS_APART } from "../sql/leaner";
import { ADD_PARTS } from "../sql/parts";
import { POST } from "../sql/post";
import { SOUND } from "../sql/sound";

/** Leaves of lines and households are read from what they follow from; documents say nothing twice. */
export class Migration20261122120001 extends Migration {
  override up(): void {
    for (const sql of [DERIVE_LEAVES, appendOnly("sale_apart"), BUYERS_APART]) this.addSql(sql);
    for (const sql of [SOUND, GROUNDED, GROUNDED_APART, BALANCED, GRANTS]) this.addSql(sql);
    for (const sql of [POST, ADD_PARTS, FREEZE, SELL]) this.addSql(sql);
  }

  override down(): void {
    throw new Error("the ledger is never converted back by a migration");
  }
}

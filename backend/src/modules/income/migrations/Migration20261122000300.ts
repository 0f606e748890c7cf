import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import {
  ACCOUNTS,
  CREDITS,
  LAY_DOWN_GUARDS,
  MONTHS,
  PERIODS,
  POSTINGS,
  TRANSACTIONS,
} from "../sql/convert-1-to-2";
import { APPLY, LEAF_STANDING, LOCK } from "../sql/balances";
import { FREEZE, SELL } from "../sql/freeze";
import { APPEND_ONLY_TABLES, appendOnly, BALANCED, GRANTS, GROUNDED } from "../sql/guards";
import { MOVE, MOVE_DUE, MOVE_LOCKED, MOVED } from "../sql/move";
import { ADD_PARTS } from "../sql/parts";
import { PERIOD_OF, POST } from "../sql/post";

/** Schema version 2: numbered legs, accounts by their id, closed months, one round trip per posting. */
export class Migration20261122000300 extends Migration {
  override up(): void {
    for (const sql of [LAY_DOWN_GUARDS, ACCOUNTS, MONTHS, TRANSACTIONS, POSTINGS, CREDITS, PERIODS])
      this.addSql(sql);
    for (const table of APPEND_ONLY_TABLES) this.addSql(appendOnly(table));
    for (const sql of [BALANCED, GROUNDED, LEAF_STANDING, PERIOD_OF, LOCK, APPLY, POST])
      this.addSql(sql);
    for (const sql of [ADD_PARTS, FREEZE, SELL, MOVE_LOCKED, MOVED, MOVE, MOVE_DUE, GRANTS])
      this.addSql(sql);
  }

  override down(): void {
    throw new Error("the ledger is never converted back by a migration");
  }
}

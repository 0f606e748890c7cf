import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { AMEND } from "../sql/amend";
import { APPLY } from "../sql/balances";
import { ENTER_ONE } from "../sql/enter";
import { FREEZE, SELL } from "../sql/freeze";
import { BALANCED, GROUNDED, SOUND_HEADS } from "../sql/guards";
import { MOVE, MOVE_DUE, MOVE_LOCKED, MOVED } from "../sql/move";
import { ADD_PARTS } from "../sql/parts";
import { POST } from "../sql/post";
import { LEANER } from "../sql/leaner";
import { LAY_DOWN_CHECKS, SOUND } from "../sql/sound";

/** Postings that cost less: fewer indexes, rules that are read once in a session, shorter documents. */
export class Migration20261122081000 extends Migration {
  override up(): void {
    for (const sql of [LEANER, SOUND, LAY_DOWN_CHECKS, SOUND_HEADS, GROUNDED, BALANCED, APPLY])
      this.addSql(sql);
    for (const sql of [
      POST,
      ADD_PARTS,
      FREEZE,
      SELL,
      AMEND,
      ENTER_ONE,
      MOVE_LOCKED,
      MOVED,
      MOVE,
      MOVE_DUE,
    ])
      this.addSql(sql);
  }

  override down(): void {
    throw new Error("the ledger is never converted back by a migration");
  }
}

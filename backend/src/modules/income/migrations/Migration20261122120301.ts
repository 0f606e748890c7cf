import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { LEAF_STANDING } from "../sql/balances";

/** What a cancelled claim takes back and gives back counts on the leaves it names. */
export class Migration20261122120301 extends Migration {
  override up(): void {
    this.addSql(LEAF_STANDING);
  }

  override down(): void {
    throw new Error("the function before this one would take what was given back for captured");
  }
}

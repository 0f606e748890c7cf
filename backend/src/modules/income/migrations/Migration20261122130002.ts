import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { HELD, HELD_BEFORE } from "../sql/balances";

/** That no state of a credit falls below zero is said by the type of its columns. */
export class Migration20261122130002 extends Migration {
  override up(): void {
    this.addSql(HELD);
  }

  override down(): void {
    this.addSql(HELD_BEFORE);
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { TRANSFER } from "../sql/hold";

/** A transfer looks its key up behind its locks, so that the same one twice at once is one transfer. */
export class Migration20261122089000 extends Migration {
  override up(): void {
    this.addSql(TRANSFER);
  }

  override down(): void {
    throw new Error("the functions before this one refused a transfer that came twice at once");
  }
}

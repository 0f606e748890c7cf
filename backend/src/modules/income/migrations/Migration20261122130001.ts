import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { CAPTURE, POST } from "../sql/post";

/** A capture that goes to one credit has a function of its own, whose statements read no view. */
export class Migration20261122130001 extends Migration {
  override up(): void {
    this.addSql(POST);
    this.addSql(CAPTURE);
  }

  override down(): void {
    this.addSql("drop function ledger_capture");
  }
}

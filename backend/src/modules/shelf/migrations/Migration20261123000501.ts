import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { PLACES } from "../search-shelf/tables";
import { toldTriggers } from "../search-shelf/told";

/** Whoever keeps lists of goods hears when they have changed. */
export class Migration20261123000501 extends Migration {
  override async up(): Promise<void> {
    for (const sql of toldTriggers(PLACES)) this.addSql(sql);
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists search_told() cascade;`);
  }
}

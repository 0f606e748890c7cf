import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { pairIndex, PLACES } from "../search-shelf/tables";

/** Lists of one kind from one county follow an index of their own. */
export class Migration20261123000401 extends Migration {
  override async up(): Promise<void> {
    for (const place of PLACES) this.addSql(pairIndex(place));
  }

  override async down(): Promise<void> {
    for (const place of PLACES) this.addSql(`drop index if exists search_good_${place}_pair;`);
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { sampleTables } from "../search-shelf/sample";
import { clearPlace, PLACES } from "../search-shelf/tables";

/** Words and documents of short goods leave their rows too, and every eighth good stands in a sample. */
export class Migration20261122210001 extends Migration {
  override async up(): Promise<void> {
    for (const sql of sampleTables(PLACES)) this.addSql(sql);
    this.addSql(clearPlace(["search_good", "search_sample", "search_tally"]));
  }

  override async down(): Promise<void> {
    this.addSql(clearPlace(["search_good", "search_tally"]));
    for (const place of PLACES) {
      this.addSql(`drop table if exists search_sample_${place};`);
      this.addSql(`drop function if exists search_sample_${place}_follow() cascade;`);
      this.addSql(
        `alter table search_good_${place} drop column if exists sampled, drop column if exists filler;`,
      );
    }
    this.addSql(`drop function if exists search_dear(smallint);`);
  }
}

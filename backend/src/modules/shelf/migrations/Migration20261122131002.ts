import { Migration } from "@medusajs/framework/mikro-orm/migrations";

import { PLACES } from "../search-shelf/tables";
import { TAGGED } from "../search-shelf/tags";

/** Kind, county and cooperative become words of each document, as places and aliases are: one index finds both. */
export class Migration20261122131002 extends Migration {
  override async up(): Promise<void> {
    const tags = TAGGED.map((field) => `'=${field}:' || ${field}`).join(", ");
    for (const place of PLACES) {
      this.addSql(
        `update search_good_${place} set words = words || array_to_tsvector(array[${tags}]);`,
      );
    }
  }

  override async down(): Promise<void> {
    // Words that nobody asks for do no harm.
  }
}

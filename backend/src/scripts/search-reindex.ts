/**
 * Makes the search index of goods anew beside the one that serves, tells how far it is, and swaps. Broken
 * off, it can be run again.
 */
import type { ExecArgs } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

import { GOOD_INDEX } from "../modules/shelf";
import { followIndex } from "../workflows/shelf/follow-index";

const TELL_MS = 2_000;

const PROGRESS = `
  select coalesce(max(s.documents_synced), 0)::int written, (select count(*)::int from shelf_good) whole
  from search_index i join search_index_version v on v.search_index_id = i.id and v.deleted_at is null
  join search_index_sync s on s.search_index_version_id = v.id
  where i.name = ? and v.version > coalesce(i.active_version, 0)`;

export default async function searchReindex({ container }: ExecArgs): Promise<void> {
  const search = container.resolve(Modules.SEARCH);
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const timer = setInterval(() => {
    void pg.raw<{ rows: { written: number; whole: number }[] }>(PROGRESS, [GOOD_INDEX]).then(
      ({ rows }) =>
        console.log(`Search index: ${rows[0]?.written ?? 0} of ${rows[0]?.whole ?? 0} goods`),
      () => undefined,
    );
  }, TELL_MS);
  try {
    await search.reindex({ index: GOOD_INDEX });
  } finally {
    clearInterval(timer);
  }
  await followIndex(container);
  const [info] = await search.listIndexes();
  console.log(`Search index: ${info?.status ?? "missing"}, held by ${info?.provider ?? "nothing"}`);
}

/**
 * Brings the search index up to what stands on the shelf. `shelf_change` remembers each change in the
 * transaction that makes it, so an engine that was away hears of all of them when it is back.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils";

import { describe } from "../../log";
import { GOOD_INDEX } from "../../modules/shelf";
import { documentsOf } from "../../queries/shelf/good-documents";

let running: Promise<void> | undefined;
let next: Promise<void> | undefined;

/**
 * Writes all changes that stand when it is called. Calls of a moment share one run; an engine that does
 * not answer leaves the changes pending, for the job.
 */
export function followIndex(container: MedusaContainer): Promise<void> {
  if (!running) {
    running = follow(container).finally(() => {
      running = undefined;
    });
    return running;
  }
  next ??= running.then(() => {
    next = undefined;
    return followIndex(container);
  });
  return next;
}

async function follow(container: MedusaContainer): Promise<void> {
  try {
    while (await followSome(container));
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`search index not followed: ${describe(error)}`);
  }
}

const BATCH = 200;
/** Any number that no other lock of ours has. */
const TURN = 850_001;

/**
 * Writes some changes, one process at a time: an older document must not follow a newer one.
 *
 * @returns whether there may be more
 */
async function followSome(container: MedusaContainer): Promise<boolean> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  if (!(await somethingPends(pg)) && (await isFollowed(pg))) return false;
  if (await isUnborn(pg)) return bear(container, pg);
  return pg.transaction(async (tx) => {
    await tx.raw("set local lock_timeout = '5s'");
    await tx.raw("select pg_advisory_xact_lock(?)", [TURN]);
    await noticeSwap(tx);
    const { rows } = await tx.raw<{ rows: { product_id: string; revision: string }[] }>(
      "select product_id, revision from shelf_change where pending order by product_id limit ?",
      [BATCH],
    );
    if (rows.length === 0) return false;
    await write(
      container,
      pg,
      rows.map((row) => row.product_id),
    );
    await tx.raw(
      `update shelf_change c set pending = false from jsonb_to_recordset(?::jsonb) as d (product_id text, revision bigint)
       where c.product_id = d.product_id and c.revision = d.revision`,
      [JSON.stringify(rows)],
    );
    return rows.length === BATCH;
  });
}

async function write(container: MedusaContainer, pg: Knex, product_ids: string[]): Promise<void> {
  const search = container.resolve(Modules.SEARCH);
  const documents = await documentsOf(pg, product_ids);
  const there = new Set(documents.map((document) => document.id));
  const gone = product_ids.filter((id) => !there.has(id));
  if (documents.length > 0) await search.upsertDocuments({ index: GOOD_INDEX, documents });
  if (gone.length > 0) await search.deleteDocuments({ index: GOOD_INDEX, filters: { id: gone } });
}

async function somethingPends(pg: Knex): Promise<boolean> {
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    "select from shelf_change where pending limit 1",
  );
  return rows.length > 0;
}

/** The index that serves reads now, from the Search Module's own books. */
const SERVING = `
  select v.physical_name, v.created_at from search_index i
  join search_index_version v on v.search_index_id = i.id and v.version = i.active_version and v.deleted_at is null
  where i.name = '${GOOD_INDEX}' and i.deleted_at is null`;

async function isFollowed(pg: Knex): Promise<boolean> {
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select from (${SERVING}) s join shelf_followed using (physical_name)`,
  );
  return rows.length > 0;
}

/** Whether no index serves reads yet: on a new installation the first goods bear it. */
async function isUnborn(pg: Knex): Promise<boolean> {
  const { rows } = await pg.raw<{ rows: unknown[] }>(SERVING);
  return rows.length === 0;
}

async function bear(container: MedusaContainer, pg: Knex): Promise<boolean> {
  const search = container.resolve(Modules.SEARCH);
  try {
    await search.reindex({ index: GOOD_INDEX });
  } catch (error) {
    // NOTE: another process may be bearing it; its changes are followed when it serves.
    if (!(error instanceof MedusaError) || (await isUnborn(pg))) throw error;
  }
  return true;
}

/** How long before an index was begun a change may have been read that it has missed. */
const OVERLAP = "10 minutes";

/** A new index may have missed what was written to the old one while it was filled. */
async function noticeSwap(tx: Knex): Promise<void> {
  await tx.raw(
    `with s as (${SERVING}), new as (
       insert into shelf_followed as f (physical_name) select physical_name from s
       on conflict (one) do update set physical_name = excluded.physical_name
         where f.physical_name <> excluded.physical_name
       returning 1
     )
     update shelf_change set pending = true
     where exists (select from new) and changed_at >= (select created_at from s) - interval '${OVERLAP}'`,
  );
}

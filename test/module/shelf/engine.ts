/** The Search Module over one of its engines, on a database of one's own. */
import { container } from "@medusajs/framework";
import { asValue } from "@medusajs/framework/awilix";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { MedusaModule } from "@medusajs/framework/modules-sdk";
import type { ISearchModuleService } from "@medusajs/framework/types";
import { createMedusaContainer, Modules } from "@medusajs/framework/utils";
import knex from "knex";

import { LeaseLockingProvider } from "../../../backend/src/modules/locking-lease/service";
import searchMeilisearch from "../../../backend/src/modules/shelf/search-meilisearch";
import searchShelf from "../../../backend/src/modules/shelf/search-shelf";
import { ShelfService } from "../../../backend/src/modules/shelf/service";
import goodIndex from "../../../backend/src/search/good";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

/** What holds the index. */
export type EngineName = "search-shelf" | "search-meilisearch";

/** The shelf and its index, empty at first. */
export interface Engine {
  database: TestDatabase;
  pg: Knex;
  shelf: ShelfService;
  search: ISearchModuleService;
  scope: ReturnType<typeof createMedusaContainer>;
  close: () => Promise<void>;
}

/** Why the tests over Meilisearch are left out, or null when a server answers. */
export async function meilisearchMissing(): Promise<string | null> {
  const host = process.env["MEILISEARCH_HOST"];
  if (!host) return "MEILISEARCH_HOST is not set: see compose.yaml";
  const healthy = await fetch(`${host}/health`, { signal: AbortSignal.timeout(3_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
  return healthy ? null : `no Meilisearch answers at ${host}`;
}

const providers = {
  "search-shelf": { resolve: searchShelf, id: "shelf" },
  "search-meilisearch": {
    resolve: searchMeilisearch,
    id: "meilisearch",
    options: {
      host: process.env["MEILISEARCH_HOST"] ?? "",
      api_key: process.env["MEILISEARCH_API_KEY"] ?? "",
    },
  },
};

/** Opens an engine over a copy of the template whose shelf is cleared. */
export async function openEngine(name: EngineName): Promise<Engine> {
  const database = await freshDatabase();
  const pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 8 } });
  for (const sql of EMPTY) await pg.raw(sql);
  const scope = createMedusaContainer();
  // The definition of the index reaches the database through the application's own container.
  for (const place of [scope, container]) place.register("__pg_connection__", asValue(pg));
  const logger = { info: quiet, warn: quiet, error: quiet, debug: quiet };
  scope.register("logger", asValue(logger));
  MedusaModule.clearInstances();
  const loaded = await MedusaModule.bootstrap<ISearchModuleService>({
    moduleKey: Modules.SEARCH,
    defaultPath: "@medusajs/search",
    sharedContainer: scope,
    declaration: {
      scope: "internal",
      options: {
        database: { clientUrl: database.url },
        providers: [providers[name]],
        indexes: [goodIndex],
        reindex: { batch_size: 500 },
      },
    },
    injectedDependencies: {
      __pg_connection__: pg,
      logger,
      [Modules.LOCKING]: new LeaseLockingProvider(
        { __pg_connection__: pg },
        { database_url: database.url },
      ),
    },
  });
  const search = loaded[Modules.SEARCH];
  if (!search) throw new Error("the Search Module did not load");
  scope.register(Modules.SEARCH, asValue(search));
  const shelf = new ShelfService({ __pg_connection__: pg });
  scope.register("shelf", asValue(shelf));
  const plan = await search.createIndexMigrationPlan();
  await search.executeIndexMigrationPlan(plan);
  const close = async (): Promise<void> => {
    if (name === "search-meilisearch") await search.deleteIndex("good");
    await pg.destroy();
    await database.drop();
  };
  return { database, pg, shelf, search, scope, close };
}

/** The template comes with goods and their index: the engine under test starts from nothing. */
const EMPTY = [
  "delete from shelf_good",
  "delete from shelf_change",
  "delete from shelf_word",
  "delete from shelf_followed",
  "delete from search_index_sync",
  "delete from search_index_version",
  "delete from search_index",
  "update search_place set name = null",
  "select search_clear_place(place) from search_place",
];

function quiet(): void {
  // What the module tells of its progress is no part of a test.
}

/** The physical name of the index that serves. */
export async function servingIndex({ pg }: Engine): Promise<string | undefined> {
  const { rows } = await pg.raw<{ rows: { physical_name: string }[] }>(
    `select v.physical_name from search_index i join search_index_version v
       on v.search_index_id = i.id and v.version = i.active_version`,
  );
  return rows[0]?.physical_name;
}

/** The place in which it stands, by the PostgreSQL provider. */
export async function placeOfServing(engine: Engine): Promise<number> {
  const { rows } = await engine.pg.raw<{ rows: { place: number }[] }>(
    "select place from search_place where name = ?",
    [(await servingIndex(engine)) ?? ""],
  );
  return rows[0]?.place ?? 0;
}

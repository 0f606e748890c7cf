/** The database for one command: the given one, or the embedded one, started when it is not up. */
import { join } from "node:path";
import { type Cluster, startCluster, superuserUrl } from "./cluster";
import { readDatabaseUrl } from "./database";
import type { Home } from "./home";
import { freePort } from "./ports";
import { type Access, dropOwnDatabase, ensureOwnDatabase } from "./roles";
import type { Secrets } from "./secrets";
import type { Settings } from "./settings";
import { readState, writeState } from "./state";
import { Trouble } from "./trouble";

/** A database that answers, and how to let go of it. */
export interface Database extends Access {
  embedded: boolean;
  stop: () => Promise<void>;
}

/**
 * Opens the database.
 *
 * @param settings `DATABASE_URL`, `DATABASE_MIGRATION_URL` and `YIGOU_PG_PORT`, when a person set them
 * @throws Trouble when it cannot be opened
 */
export async function openDatabase(
  home: Home,
  secrets: Secrets,
  settings: Settings,
): Promise<Database> {
  const given = settings.DATABASE_URL;
  const migration = settings.DATABASE_MIGRATION_URL;
  if (given !== undefined) {
    const url = readDatabaseUrl(given);
    const ownerUrl = migration ? readDatabaseUrl(migration, "DATABASE_MIGRATION_URL") : url;
    writeState(home, { database_url: url });
    return { url, ownerUrl, embedded: false, stop: () => Promise.resolve() };
  }
  if (migration !== undefined) {
    throw new Trouble(
      "DATABASE_MIGRATION_URL needs DATABASE_URL, the application's way in, beside it.",
    );
  }
  const port = settings.YIGOU_PG_PORT ?? (await freePort(readState(home)?.pg_port));
  const cluster: Cluster = await startCluster({
    data: home.pg,
    port,
    password: secrets.pg_superuser,
    log: join(home.logs, "postgres.log"),
  });
  try {
    const superuser = superuserUrl({ port, password: secrets.pg_superuser });
    const access = await ensureOwnDatabase(superuser, secrets);
    writeState(home, { database_url: access.url, pg_port: port });
    return { ...access, embedded: true, stop: cluster.stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** Throws the embedded database away and makes an empty one: only for a first start that broke off. */
export async function resetDatabase(home: Home, secrets: Secrets): Promise<void> {
  const port = readState(home)?.pg_port;
  if (port === undefined) return;
  const superuser = superuserUrl({ port, password: secrets.pg_superuser });
  await dropOwnDatabase(superuser);
  await ensureOwnDatabase(superuser, secrets);
}

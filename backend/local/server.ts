/** The database for one command: the given one, or the embedded one, started when it is not up. */
import { join } from "node:path";
import { type Cluster, startCluster, superuserUrl } from "./cluster";
import { dropOwnDatabase, ensureOwnDatabase, readDatabaseUrl } from "./database";
import type { Home } from "./home";
import { freePort } from "./ports";
import type { Secrets } from "./secrets";
import { readState, writeState } from "./state";

/** A database that answers, and how to let go of it. */
export interface Database {
  url: string;
  embedded: boolean;
  stop: () => Promise<void>;
}

/**
 * Opens the database.
 *
 * @param given `DATABASE_URL`, when a person set it
 * @param wished port of the embedded server, when a person set it
 */
export async function openDatabase(
  home: Home,
  secrets: Secrets,
  given: string | undefined,
  wished: number | undefined,
): Promise<Database> {
  if (given !== undefined) {
    const url = readDatabaseUrl(given);
    writeState(home, { database_url: url });
    return { url, embedded: false, stop: () => Promise.resolve() };
  }
  const port = wished ?? (await freePort(readState(home)?.pg_port));
  const cluster: Cluster = await startCluster({
    data: home.pg,
    port,
    password: secrets.pg_superuser,
    log: join(home.logs, "postgres.log"),
  });
  try {
    const superuser = superuserUrl({ port, password: secrets.pg_superuser });
    const url = await ensureOwnDatabase(superuser, secrets.pg_application);
    writeState(home, { database_url: url, pg_port: port });
    return { url, embedded: true, stop: cluster.stop };
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
  await ensureOwnDatabase(superuser, secrets.pg_application);
}

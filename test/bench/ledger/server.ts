/** The PostgreSQL of the bench: embedded, durable, and databases in it that are migrated like any other. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { BUILDS, ensureBuilt } from "../../../backend/local/builds";
import { startCluster, superuserUrl } from "../../../backend/local/cluster";
import { openInstallation, withClient } from "../../../backend/local/database";
import { type Home, homeAt, ROOT } from "../../../backend/local/home";
import { freePort } from "../../../backend/local/ports";
import {
  type Access,
  dropOwnDatabase,
  ensureOwnDatabase,
  ownAccess,
} from "../../../backend/local/roles";
import { migrate } from "../../../backend/local/stages";
import { TEST_SECRETS, testEnvironment } from "../../support/world";

/** One database, as each role sees it. */
export interface BenchDatabase extends Access {
  superuserUrl: string;
  drop: () => Promise<void>;
}

/** The server that both sides of a comparison share. */
export interface BenchServer {
  version: string;
  /** A copy of the migrated, empty template. */
  ledgerDatabase: (name: string) => Promise<BenchDatabase>;
  /** An empty database without any tables of ours. */
  plainDatabase: (name: string) => Promise<BenchDatabase>;
  /** Writes everything to disk, so that no side pays for the other's leftovers. */
  checkpoint: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Durable as in production; room enough that neither side waits for a checkpoint within a round. */
const SETTINGS = [
  "fsync=on",
  "synchronous_commit=on",
  "full_page_writes=on",
  "shared_buffers=512MB",
  "max_wal_size=8GB",
  "checkpoint_timeout=30min",
  "max_connections=100",
  "autovacuum=off",
];

function benchHome(): Home {
  const home = homeAt(process.env["YIGOU_BENCH_HOME"] ?? join(ROOT, ".yigou/bench-ledger"));
  for (const dir of [home.dir, home.logs, home.builds]) mkdirSync(dir, { recursive: true });
  return { ...home, uploads: homeAt().uploads };
}

/** Starts the server and brings its template to this version of the sources. */
export async function openBenchServer(): Promise<BenchServer> {
  const home = benchHome();
  const env = testEnvironment("postgres://localhost/b", 1);
  const hash = await ensureBuilt(BUILDS.backend, home, env);
  const port = await freePort(undefined);
  const password = TEST_SECRETS.pg_superuser;
  const log = join(home.logs, "postgres.log");
  const cluster = await startCluster({ data: home.pg, port, password, log, settings: SETTINGS });
  const superuser = superuserUrl({ port, password });
  try {
    const template = `ledger_template_${hash}`;
    if (!(await hasDatabase(superuser, template))) {
      await makeTemplate(home, superuser, template, hash);
    }
    return {
      version: await ask(superuser, "show server_version"),
      ledgerDatabase: (name) => openDatabase(superuser, name, template),
      plainDatabase: (name) => openDatabase(superuser, name, "template0"),
      checkpoint: () =>
        withClient(superuser, async (client) => {
          await client.query("checkpoint");
        }),
      stop: cluster.stop,
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function ask(url: string, sql: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Record<string, string>>(sql);
    return Object.values(rows[0] ?? {})[0] ?? "";
  });
}

async function hasDatabase(superuser: string, name: string): Promise<boolean> {
  return (
    (await ask(superuser, `select count(*) from pg_database where datname = '${name}'`)) === "1"
  );
}

/** Migrates a database under a passing name, and throws templates of older sources away. */
async function makeTemplate(home: Home, superuser: string, template: string, hash: string) {
  const old = await withClient(superuser, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname ~ '^(ledger_template_|ledger_building)'",
    );
    return rows.map((row) => row.datname);
  });
  for (const name of old) await dropOwnDatabase(superuser, name);
  const building = "ledger_building";
  const { url, ownerUrl } = await ensureOwnDatabase(superuser, TEST_SECRETS, building);
  const stage = { home, databaseUrl: url, ownerUrl, env: testEnvironment(url, 9000) };
  await migrate(stage, hash, await openInstallation(ownerUrl));
  await withClient(superuser, async (client) => {
    await client.query(`alter database ${building} rename to ${template}`);
  });
}

async function openDatabase(
  superuser: string,
  name: string,
  template: string,
): Promise<BenchDatabase> {
  await dropOwnDatabase(superuser, name);
  await withClient(superuser, async (client) => {
    await client.query(`create database ${name} template ${template} owner yigou_owner`);
  });
  const root = new URL(superuser);
  root.pathname = `/${name}`;
  return {
    ...ownAccess(superuser, TEST_SECRETS, name),
    superuserUrl: root.toString(),
    drop: () => dropOwnDatabase(superuser, name),
  };
}

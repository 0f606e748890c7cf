/** The PostgreSQL server that both sides share, and what it tells of their statements. */
import { join } from "node:path";

import type pg from "pg";

import { startCluster, superuserUrl } from "../../backend/local/cluster";
import { withClient } from "../../backend/local/database";
import type { Home } from "../../backend/local/home";
import { freePort } from "../../backend/local/ports";
import { type Access, ensureOwnDatabase } from "../../backend/local/roles";
import type { Secrets } from "../../backend/local/secrets";
import { parentOf } from "./processes";

/** The shared server. */
export interface Server {
  /** Process id of the postmaster, the parent of every backend. */
  pid: number;
  /** Makes an empty database and gives both ways into it. */
  freshDatabase: (name: string) => Promise<Access>;
  /** The database of an earlier run, or an empty one. */
  keptDatabase: (name: string) => Promise<Access>;
  /** Copies a database that nobody is connected to. */
  copyDatabase: (from: string, to: string) => Promise<void>;
  /** Statements that clients sent to a database since the last call for it. */
  takeStatements: (database: string) => Promise<number>;
  /** Brings both databases to the same rest: vacuumed, analysed, written to disk. */
  settle: (databases: string[]) => Promise<void>;
  stop: () => Promise<void>;
}

/** Autovacuum would charge one side's leftovers to the other side's turn. */
const SETTINGS = [
  "shared_preload_libraries=pg_stat_statements",
  "pg_stat_statements.max=20000",
  "pg_stat_statements.track=top",
  "autovacuum=off",
  "max_connections=120",
];

/** Starts the shared server. */
export async function startServer(home: Home, secrets: Secrets): Promise<Server> {
  const port = await freePort(undefined);
  const password = secrets.pg_superuser;
  const cluster = await startCluster({
    data: home.pg,
    port,
    password,
    log: join(home.logs, "postgres.log"),
    settings: SETTINGS,
  });
  const superuser = superuserUrl({ port, password });
  const asked = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
    withClient(superuser, work);
  await asked((client) => client.query("create extension if not exists pg_stat_statements"));
  const pid = await asked(async (client) => {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    return parentOf(rows[0]?.pid ?? 0);
  });
  return {
    pid,
    freshDatabase: async (name) => {
      await asked((client) => client.query(`drop database if exists ${name} with (force)`));
      return ensureOwnDatabase(superuser, secrets, name);
    },
    keptDatabase: (name) => ensureOwnDatabase(superuser, secrets, name),
    copyDatabase: (from, to) =>
      asked(async (client) => {
        await client.query(`drop database if exists ${to} with (force)`);
        await client.query(`create database ${to} template ${from} owner yigou_owner`);
      }),
    takeStatements: (database) => asked((client) => takeStatements(client, database)),
    settle: async (databases) => {
      for (const name of databases) {
        const url = superuserUrl({ port, password }, name);
        await withClient(url, (client) => client.query("vacuum analyze"));
      }
      await asked((client) => client.query("checkpoint"));
    },
    stop: cluster.stop,
  };
}

async function takeStatements(client: pg.Client, database: string): Promise<number> {
  const { rows } = await client.query<{ calls: string }>(
    `select coalesce(sum(s.calls), 0) as calls from pg_stat_statements s
      join pg_database d on d.oid = s.dbid where d.datname = $1`,
    [database],
  );
  await client.query(
    "select pg_stat_statements_reset(0, oid, 0) from pg_database where datname = $1",
    [database],
  );
  return Number(rows[0]?.calls ?? 0);
}

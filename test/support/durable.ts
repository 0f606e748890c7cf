/**
 * A PostgreSQL of one's own that keeps what it has committed, and that a test may kill. Its data are a
 * copy of the test server's, taken while that one runs.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { type Cluster, startCluster, superuserUrl } from "../../backend/local/cluster";
import { clusterPlace } from "../../backend/local/cluster-binaries";
import { withClient } from "../../backend/local/database";
import { freePort } from "../../backend/local/ports";
import { isAlive } from "../../backend/local/processes";
import { testSuperuser } from "./postgres";
import { TEST_SECRETS, testHome } from "./world";

/** What makes a commit survive a power cut; the rest keeps a small disk small. */
const DURABLE = [
  "fsync=on",
  "full_page_writes=on",
  "synchronous_commit=on",
  "max_connections=120",
  "max_wal_size=160MB",
  "min_wal_size=32MB",
  "wal_keep_size=0",
];

/** A server that may be killed. */
export interface Durable {
  port: number;
  superuser: string;
  /** Process id of the postmaster. */
  pid: () => number;
  /** Brings it up again after a kill; a crash recovery may take a moment. */
  revive: () => Promise<void>;
  isUp: () => Promise<boolean>;
  stop: () => Promise<void>;
}

/**
 * Copies the test server into a folder and starts the copy.
 *
 * @param data the new data folder; whatever is there is thrown away
 */
export async function startDurable(data: string): Promise<Durable> {
  rmSync(data, { recursive: true, force: true });
  const place = clusterPlace(data);
  await copyServer(place.data);
  const port = await freePort();
  const password = TEST_SECRETS.pg_superuser;
  const log = join(testHome().logs, `durable-${process.pid}.log`);
  const start = (): Promise<Cluster> =>
    startCluster({ data, port, password, log, settings: DURABLE });
  let cluster = await start();
  const superuser = superuserUrl({ port, password });
  const isUp = (): Promise<boolean> =>
    withClient(superuser, () => Promise.resolve(true)).catch(() => false);
  const pid = (): number => {
    const file = join(place.data, "postmaster.pid");
    return existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : 0;
  };
  return {
    port,
    superuser,
    pid,
    isUp,
    revive: async () => {
      // The children of a killed postmaster take a moment to notice; until then nobody else may start.
      for (let tries = 1; ; tries++) {
        if (await isUp()) return;
        try {
          if (!isAlive(pid())) cluster = await start();
        } catch (error) {
          if (tries === 60) throw error;
        }
        await sleep(500);
      }
    },
    stop: () => cluster.stop(),
  };
}

/** PostgreSQL's own way to copy a running server: its write-ahead log makes the copy whole. */
async function copyServer(target: string): Promise<void> {
  await withClient(testSuperuser(), async (client) => {
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    const source = rows[0]?.data_directory ?? "";
    await client.query("select pg_backup_start('torture', true)");
    const isData = (path: string): boolean => !/postmaster\.(pid|opts)$/.test(path);
    cpSync(source, target, { recursive: true, filter: isData });
    const stopped = await client.query<{ labelfile: string }>(
      "select labelfile from pg_backup_stop(false)",
    );
    const wal = join(target, "pg_wal");
    rmSync(wal, { recursive: true, force: true });
    cpSync(join(source, "pg_wal"), wal, { recursive: true });
    mkdirSync(join(wal, "archive_status"), { recursive: true });
    writeFileSync(join(target, "backup_label"), stopped.rows[0]?.labelfile ?? "");
  });
  const { identity } = clusterPlace(target);
  if (identity.uid !== undefined && identity.gid !== undefined) {
    spawnSync("chown", ["-R", `${identity.uid}:${identity.gid}`, target]);
  }
}

/** Where the torture plays: a durable PostgreSQL on a small disk, a line that can be cut, a backend that can be killed. */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { freePort } from "../../backend/local/ports";
import { type Backend, startBackend, STEPPING_CLOCK } from "../support/backend";
import { type Durable, startDurable } from "../support/durable";
import { freshDatabase, type TestDatabase } from "../support/postgres";
import { type Line, openLine } from "../support/proxy";
import { mountSmallDisk, type SmallDisk } from "../support/small-disk";
import { testHome } from "../support/world";

/** The stage with everything on it. */
export interface Theatre {
  url: string;
  server: Durable;
  line: Line;
  /** A superuser's and the application's ways past the line. */
  database: TestDatabase;
  /** The disk below the data, or why there is none. */
  disk: SmallDisk | string;
  backend: () => Backend;
  /** Makes sure that a backend runs, with these variables if it has to be started. */
  ensureUp: (env?: NodeJS.ProcessEnv) => Promise<void>;
  /** `kill -9` of the backend. */
  kill: () => Promise<void>;
  close: () => Promise<void>;
}

/** Room for the database, its log and a few minutes of orders. */
const DISK_MB = 900;
const START_PATIENCE_MS = 180_000;
/** Every sweep comes round quickly, so that a run of minutes sees many. */
const HURRIED = { YIGOU_SWEEP_S: "1" };

/** Builds the stage: a copy of the test server with a fresh database, and a backend behind the line. */
export async function openTheatre(): Promise<Theatre> {
  const disk = mountSmallDisk(join("/tmp", `yigou-fault-${process.pid}`), DISK_MB);
  const folder = typeof disk === "string" ? testHome().dir : disk.dir;
  const server = await startDurable(join(folder, "durable-pg"));
  const database = await freshDatabase(server.superuser);
  const line = await openLine(server.port);
  const throughLine = new URL(database.url);
  throughLine.port = String(line.port);
  const port = await freePort();
  const started = (env: NodeJS.ProcessEnv): Promise<Backend> =>
    startBackend({
      databaseUrl: throughLine.toString(),
      port,
      env: { ...HURRIED, ...env },
      preload: [STEPPING_CLOCK],
      mayDie: "YIGOU_FAILPOINT" in env,
    });
  let backend = await started({});
  const ensureUp = async (env: NodeJS.ProcessEnv = {}): Promise<void> => {
    const until = Date.now() + START_PATIENCE_MS;
    while (!backend.isAlive()) {
      await server.revive();
      try {
        backend = await started(env);
        // Dead at its failpoint on the way up, where the sweeps begin at once: that was what it is armed for.
        if (!backend.isAlive() && "YIGOU_FAILPOINT" in env) return;
      } catch (error) {
        if (Date.now() > until) throw error;
        await sleep(200);
      }
    }
  };
  return {
    url: backend.url,
    server,
    line,
    database,
    disk,
    backend: () => backend,
    ensureUp,
    kill: () => backend.kill(),
    close: async () => {
      await backend.kill();
      await line.close();
      await server.stop();
      if (typeof disk !== "string") disk.remove();
    },
  };
}

/** A backend process under test: the built one, on a free port, over a database of one's own. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { freePort } from "../../backend/local/ports";
import { GUARD } from "../../backend/local/run";
import { medusa, SERVER } from "../../backend/local/stages";
import { freshDatabase, type TestDatabase } from "./postgres";
import { testEnvironment } from "./world";

/** A running backend. */
export interface Backend {
  url: string;
  port: number;
  /** Everything that it printed so far. */
  logs: () => string;
  /** Asks it to end and waits. */
  stop: () => Promise<void>;
  /** `kill -9`: nothing is flushed, nothing is said. */
  kill: () => Promise<void>;
  isAlive: () => boolean;
  /** Waits so long for it to end by itself; says whether it did. */
  ended: (patience_ms: number) => Promise<boolean>;
  /** Steps its clock, which needs `STEPPING_CLOCK` among the preloads. */
  stepClock: (shift_ms: number) => void;
}

/** How to start it. */
export interface BackendOptions {
  databaseUrl: string;
  port?: number;
  /** Further variables, to bend a setting for one test. */
  env?: NodeJS.ProcessEnv;
  /** A failpoint may lie on the way up: then what is returned is dead already. */
  mayDie?: boolean;
  /** Modules to load before anything else. */
  preload?: string[];
}

/** A preload by which a test may step the clock of a backend. */
export const STEPPING_CLOCK = pathToFileURL(join(import.meta.dirname, "clock.mjs")).href;

const PATIENCE_MS = 90_000;

/** Starts a backend and waits until it answers. */
export async function startBackend(options: BackendOptions): Promise<Backend> {
  const port = options.port ?? (await freePort());
  const imports = [GUARD, ...(options.preload ?? [])].flatMap((module) => ["--import", module]);
  const child = spawn(process.execPath, [...imports, ...medusa("start", String(port))], {
    cwd: SERVER,
    env: testEnvironment(options.databaseUrl, port, options.env),
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const chunks: string[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  const logs = (): string => chunks.join("");
  const gone = new Promise<boolean>((resolve) => child.once("exit", () => resolve(true)));
  const url = `http://localhost:${port}`;
  await untilHealthy(url, child, logs, options.mayDie ?? false);
  return {
    url,
    port,
    logs,
    stop: () => end(child, "SIGTERM"),
    kill: () => end(child, "SIGKILL"),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    ended: (patience_ms) => Promise.race([gone, sleep(patience_ms, false, { ref: false })]),
    stepClock: (clock_shift_ms) => void child.send({ clock_shift_ms }),
  };
}

async function untilHealthy(
  url: string,
  child: ChildProcess,
  logs: () => string,
  mayDie: boolean,
): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const up = await fetch(`${url}/health`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (up) return;
    if (child.signalCode !== null && mayDie) return;
    // NOTE: a process that a signal has ended has no exit code.
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
      await end(child, "SIGKILL");
      throw new Error(`the backend does not start:\n${logs().slice(-4000)}`);
    }
    await sleep(100);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await exited;
  clearTimeout(late);
}

/** A backend over a fresh database, both gone at the end. */
export interface House extends Backend {
  database: TestDatabase;
  close: () => Promise<void>;
}

/** Opens a house: for `beforeAll`; call `close` in `afterAll`. */
export async function openHouse(env: NodeJS.ProcessEnv = {}): Promise<House> {
  const database = await freshDatabase();
  const backend = await startBackend({ databaseUrl: database.url, env });
  const close = async (): Promise<void> => {
    await backend.stop();
    await database.drop();
  };
  return { ...backend, database, close };
}

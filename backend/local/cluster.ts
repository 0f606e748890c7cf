/** The embedded PostgreSQL: made once, started, recovered after a kill, stopped last. */
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type ClusterPlace, clusterPlace } from "./cluster-binaries";
import { isAlive, isPostgresOf } from "./processes";
import { codeOf, Trouble } from "./trouble";

/** What a cluster is started with. */
export interface ClusterOptions {
  data: string;
  port: number;
  /** Password of the superuser `postgres`. */
  password: string;
  log: string;
  /** Further settings, as `name=value`. */
  settings?: string[];
}

/** A running cluster. */
export interface Cluster {
  port: number;
  /** Stops it, waiting for its checkpoint. */
  stop: () => Promise<void>;
}

/** Few connections and a small cache: the whole system idles in 1.5 GB. */
const SETTINGS = [
  "listen_addresses=localhost",
  "unix_socket_directories=",
  "max_connections=80",
  "shared_buffers=64MB",
  "jit=off",
  "timezone=UTC",
  "log_min_messages=warning",
];

const START_PATIENCE_MS = 90_000;
const STOP_PATIENCE_MS = 60_000;

/** Makes the data folder. UTF-8 and a locale that every machine has, so that data can move. */
function initialise(place: ClusterPlace, options: ClusterOptions): void {
  const dir = mkdtempSync(join(tmpdir(), "yigou-init-"));
  const passwordFile = join(dir, "password");
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  const { uid, gid } = place.identity;
  if (uid !== undefined && gid !== undefined) {
    chmodSync(dir, 0o711);
    chownSync(passwordFile, uid, gid);
  }
  const made = spawnSync(
    join(place.bin, "initdb"),
    [
      `--pgdata=${place.data}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      // PostgreSQL's own order by code point: the same as libc's, without a call into it for every comparison.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ],
    { ...place.identity, cwd: "/", encoding: "utf8" },
  );
  rmSync(dir, { recursive: true, force: true });
  if (made.status === 0) return;
  throw serverTrouble(`${made.stderr}${made.error?.message ?? ""}`, options);
}

/** Says in one line why PostgreSQL would not start. */
function serverTrouble(log: string, options: ClusterOptions): Trouble {
  if (/No space left on device/.test(log)) {
    return new Trouble(`The disk is full: PostgreSQL cannot write to ${options.data}.`);
  }
  if (/could not bind|Address already in use/.test(log)) {
    return new Trouble(`Port ${options.port} is taken: set YIGOU_PG_PORT to another port.`);
  }
  if (/incompatible with server|initialized by PostgreSQL version/.test(log)) {
    return new Trouble(`The data in ${options.data} were written by another PostgreSQL version.`);
  }
  const lines = log.trim().split("\n");
  const reason = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? "";
  return new Trouble(`PostgreSQL does not start: ${reason.trim()} (see ${options.log})`);
}

/** Ends a server that outlived its launcher, and removes the mark of one that did not. */
async function recover(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  if (isAlive(pid) && isPostgresOf(pid, data)) {
    process.kill(pid, "SIGINT");
    await gone(pid);
    return;
  }
  // The number may belong to another program by now: PostgreSQL itself would wait for it for ever.
  rmSync(file, { force: true });
}

async function gone(pid: number): Promise<void> {
  const until = Date.now() + STOP_PATIENCE_MS;
  while (isAlive(pid) && Date.now() < until) await sleep(50);
}

/** Starts the server in a process group of its own, so that Ctrl-C does not reach it first. */
function launch(place: ClusterPlace, options: ClusterOptions): number {
  const log = openSync(options.log, "w");
  const settings = [...SETTINGS, ...(options.settings ?? [])].flatMap((line) => ["-c", line]);
  const child = spawn(
    join(place.bin, "postgres"),
    ["-D", place.data, "-p", String(options.port), ...settings],
    { ...place.identity, cwd: "/", detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  child.unref();
  if (child.pid === undefined) throw new Trouble(`PostgreSQL does not start: see ${options.log}`);
  return child.pid;
}

async function accepts(options: ClusterOptions): Promise<boolean> {
  const client = new pg.Client(superuserUrl(options));
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (codeOf(error) !== "28P01") return false;
    throw new Trouble(
      `The database in ${options.data} has another password than secrets.json: bring that file back.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function untilItAccepts(pid: number, options: ClusterOptions): Promise<void> {
  const until = Date.now() + START_PATIENCE_MS;
  while (!(await accepts(options))) {
    if (!isAlive(pid)) throw serverTrouble(readFileSync(options.log, "utf8"), options);
    if (Date.now() > until) throw new Trouble(`PostgreSQL does not answer: see ${options.log}`);
    await sleep(100);
  }
}

/** Where the superuser connects. */
export function superuserUrl(
  options: { port: number; password: string },
  name = "postgres",
): string {
  return `postgres://postgres:${options.password}@localhost:${options.port}/${name}`;
}

/**
 * Starts the embedded PostgreSQL and waits until it answers.
 *
 * @throws Trouble with the reason in one line
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const place = clusterPlace(options.data);
  await recover(place.data);
  if (!existsSync(join(place.data, "PG_VERSION"))) initialise(place, options);
  const pid = launch(place, options);
  const stop = async (): Promise<void> => {
    if (isAlive(pid)) process.kill(pid, "SIGINT");
    await gone(pid);
  };
  try {
    await untilItAccepts(pid, options);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port: options.port, stop };
}

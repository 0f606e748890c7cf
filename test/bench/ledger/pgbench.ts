/** pgbench: the clients of both sides, so that they cost the same. */
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DEBIAN = "/usr/lib/postgresql";

/**
 * Finds pgbench on the path or where Debian puts it.
 *
 * @throws Error that says which package brings it
 */
export function findPgbench(): string {
  try {
    execFileSync("pgbench", ["--version"], { stdio: "ignore" });
    return "pgbench";
  } catch {
    const versions = existsSync(DEBIAN)
      ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
      : [];
    const found = versions
      .map((version) => join(DEBIAN, version, "bin/pgbench"))
      .find((program) => existsSync(program));
    if (found !== undefined) return found;
    throw new Error(
      "pgbench is missing: it comes with Debian's package postgresql-15 (or any postgresql-NN); " +
        "apt-get install --no-install-recommends postgresql-15",
    );
  }
}

/** What a run of pgbench does. */
export interface Load {
  /** A connection string. */
  url: string;
  clients: number;
  /** Transactions of each client. */
  transactions: number;
  /** A built-in script by its name, or the text of one of our own. */
  script: { builtin: "tpcb-like" } | { sql: string };
  variables?: Readonly<Record<string, number>>;
}

/**
 * Runs pgbench.
 *
 * @returns transactions a second, without the time to connect
 * @throws Error when a client broke off: a figure over failed transactions would be a lie
 */
export async function pgbench(load: Load): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), "yigou-pgbench-"));
  try {
    const file = join(dir, "script.sql");
    if ("sql" in load.script) writeFileSync(file, load.script.sql);
    const script = "sql" in load.script ? ["-f", file] : ["-b", load.script.builtin];
    const variables = Object.entries(load.variables ?? {}).flatMap(([name, value]) => [
      "-D",
      `${name}=${value.toString()}`,
    ]);
    const printed = await run(load.url, [
      "-n",
      ...["-c", load.clients.toString(), "-j", "2", "-t", load.transactions.toString()],
      ...script,
      ...variables,
    ]);
    return tpsOf(printed, load.clients * load.transactions);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Makes the tables of tpcb-like; `scale` branches, so that as many writers need not wait for one row. */
export async function initTpcb(url: string, scale: number): Promise<void> {
  await run(url, ["-i", "-q", "-s", scale.toString()]);
}

async function run(url: string, args: string[]): Promise<string> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const env = {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: username,
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
  };
  return new Promise((resolve, reject) => {
    execFile(findPgbench(), args, { env, maxBuffer: 16_000_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`pgbench: ${stderr.slice(0, 600)}`));
      else resolve(stdout);
    });
  });
}

function tpsOf(printed: string, wanted: number): number {
  const done = /number of transactions actually processed: (\d+)/.exec(printed)?.[1];
  const tps = /tps = ([\d.]+) \(without initial connection time\)/.exec(printed)?.[1];
  if (Number(done) !== wanted || tps === undefined) {
    throw new Error(`pgbench broke off: ${printed.slice(0, 600)}`);
  }
  return Number(tps);
}

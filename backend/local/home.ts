/** Where the running system keeps what is its own: `.yigou/`, ignored by git. */
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { diskTrouble, Trouble } from "./trouble";

/** The repository's root. */
export const ROOT = resolve(import.meta.dirname, "../..");

/** Every path under `.yigou/`. */
export interface Home {
  dir: string;
  /** Data of the embedded PostgreSQL. */
  pg: string;
  /** Secrets made once, readable by the owner only. */
  secrets: string;
  /** The connection that is in use, readable by the owner only. */
  state: string;
  /** Addresses and demonstration logins. */
  demo: string;
  /** Who is running the system now. */
  lock: string;
  logs: string;
  /** The heads of the ledger's blocks, outside the database. */
  heads: string;
  /** Hashes of the sources of each build: they belong to the clone, wherever its data are. */
  builds: string;
  /** Uploaded pictures: outside of the build, which is thrown away at each rebuild. */
  uploads: string;
}

/** The paths; `YIGOU_HOME` moves the folder. */
export function homeAt(dir = process.env["YIGOU_HOME"] ?? join(ROOT, ".yigou")): Home {
  const at = (name: string): string => join(resolve(dir), name);
  return {
    dir: resolve(dir),
    pg: at("pg"),
    secrets: at("secrets.json"),
    state: at("state.json"),
    demo: at("demo.json"),
    lock: at("launcher.json"),
    logs: at("logs"),
    heads: at("ledger-heads.jsonl"),
    builds: join(ROOT, ".yigou/builds"),
    uploads: at("uploads"),
  };
}

/** What a first start writes: the database, two builds and the logs, with room to breathe. */
const NEEDED_MB = 400;

/**
 * Makes the folder and proves that it can be written.
 *
 * @throws Trouble when the disk is full or the folder belongs to somebody else
 */
export function openHome(home: Home): void {
  try {
    for (const dir of [home.dir, home.logs, home.builds, home.uploads]) {
      mkdirSync(dir, { recursive: true });
    }
    const probe = join(home.dir, ".probe");
    writeFileSync(probe, "writable");
    rmSync(probe);
  } catch (error) {
    throw diskTrouble(error, home.dir) ?? error;
  }
  const disk = statfsSync(home.dir);
  const freeMb = Math.floor((disk.bavail * disk.bsize) / 1_000_000);
  if (freeMb < NEEDED_MB) {
    throw new Trouble(
      `The disk is full: ${freeMb} MB free at ${home.dir}, ${NEEDED_MB} MB are needed.`,
    );
  }
}

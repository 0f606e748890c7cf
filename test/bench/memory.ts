/** Memory of processes: what Linux's /proc tells, and what a Node process holds after a collection. */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { z } from "zod";

/** A process below the one that asks. */
export interface Process {
  pid: number;
  parent: number;
  command: string;
  /** The folder that it works in. */
  cwd: string;
}

function processOf(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return [{ pid, parent, command, cwd: readlinkSync(`/proc/${pid}/cwd`) }];
  } catch {
    return [];
  }
}

/** All descendants of a process. */
export function processesBelow(root: number): Process[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)));
  const tree = new Set([root]);
  for (let before = 0; before !== tree.size;) {
    before = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return all.filter(({ pid }) => pid !== root && tree.has(pid));
}

/** A process's own memory, and its part of what it shares with others as memory, in MB. */
export interface Parts {
  own_mb: number;
  shared_mb: number;
}

/** The parts of a process; nothing of one that has ended. */
export function partsOf(pid: number): Parts {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    const mb = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? 0) / 1024;
    return { own_mb: mb("Pss_Anon"), shared_mb: mb("Pss_Shmem") };
  } catch {
    return { own_mb: 0, shared_mb: 0 };
  }
}

/** What a server is started with so that it can be weighed: a module to load, and a variable. */
export function weighable(dir: string): { preload: string[]; env: NodeJS.ProcessEnv } {
  const preload = [pathToFileURL(join(import.meta.dirname, "collect.mjs")).href];
  return { preload, env: { YIGOU_WEIGH: dir } };
}

const weightSchema = z.object({ weighed: z.int(), heap_mb: z.number(), resident_mb: z.number() });
/** What a Node process holds after a collection: objects and buffers, and all that is resident, in MB. */
export type Weight = z.output<typeof weightSchema>;

const PATIENCE_MS = 30_000;

function lastWeight(dir: string, pid: number): Weight | null {
  try {
    return weightSchema.parse(JSON.parse(readFileSync(join(dir, `${pid}.json`), "utf8")));
  } catch {
    return null;
  }
}

/**
 * Makes a process collect, and reads what it holds then.
 *
 * @param dir the folder that it was started with (`weighable`)
 * @throws Error when it does not tell
 */
export async function weigh(dir: string, pid: number): Promise<Weight> {
  const before = lastWeight(dir, pid)?.weighed ?? 0;
  process.kill(pid, "SIGUSR2");
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const weight = lastWeight(dir, pid);
    if (weight && weight.weighed > before) return weight;
    if (Date.now() > until) throw new Error(`process ${pid} does not tell its weight`);
    await sleep(20);
  }
}

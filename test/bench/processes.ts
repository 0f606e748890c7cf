/** CPU time of processes, read from Linux's /proc: the figure that holds on a noisy machine. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** CPU milliseconds, in user mode and in the kernel. */
export interface Cpu {
  user_ms: number;
  system_ms: number;
}

interface Stat {
  pid: number;
  parent: number;
  own: Cpu;
  /** Of children that have ended and were waited for. */
  reaped: Cpu;
}

const tickMs = 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** @throws Error where there is no /proc: these figures can be taken on Linux only */
export function requireProc(): void {
  if (!existsSync("/proc/self/stat")) throw new Error("npm run bench reads /proc: Linux only");
}

function readStat(pid: number): Stat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return null;
  }
  // The second field is the program's name in brackets and may hold spaces.
  const fields = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const at = (index: number): number => (fields[index] ?? 0) * tickMs;
  return {
    pid,
    parent: fields[1] ?? 0,
    own: { user_ms: at(11), system_ms: at(12) },
    reaped: { user_ms: at(13), system_ms: at(14) },
  };
}

/** The parent of a process. */
export function parentOf(pid: number): number {
  const stat = readStat(pid);
  if (!stat) throw new Error(`process ${pid} has ended`);
  return stat.parent;
}

/** CPU time of a process and all its descendants so far, those that have ended included. */
export function cpuOfTree(root: number): Cpu {
  const stats = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)) ?? []);
  const tree = new Set([root]);
  for (let before = 0; before !== tree.size;) {
    before = tree.size;
    for (const stat of stats) if (tree.has(stat.parent)) tree.add(stat.pid);
  }
  const total: Cpu = { user_ms: 0, system_ms: 0 };
  for (const stat of stats) {
    if (!tree.has(stat.pid)) continue;
    total.user_ms += stat.own.user_ms + stat.reaped.user_ms;
    total.system_ms += stat.own.system_ms + stat.reaped.system_ms;
  }
  return total;
}

/** What was used between two readings. */
export function cpuBetween(before: Cpu, after: Cpu): Cpu {
  return {
    user_ms: after.user_ms - before.user_ms,
    system_ms: after.system_ms - before.system_ms,
  };
}

/** Memory of processes, from Linux's /proc: what a process has alone and its part of what it shares. */
import { readdirSync, readFileSync } from "node:fs";

interface Process {
  pid: number;
  parent: number;
  command: string;
}

function processOf(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return [{ pid, parent, command }];
  } catch {
    return [];
  }
}

/** Proportional set size in MB; 0 of a process that has ended. */
function sizeOf(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/**
 * Memory of all descendants of a process, summed by what they are.
 *
 * @param nameOf what a command line is; processes of the same name are added up
 * @returns MB by name
 */
export function memoryBelow(
  root: number,
  nameOf: (command: string) => string,
): Map<string, number> {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)));
  const tree = new Set([root]);
  for (let before = 0; before !== tree.size;) {
    before = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  const sizes = new Map<string, number>();
  for (const { pid, command } of all) {
    if (pid === root || !tree.has(pid)) continue;
    const name = nameOf(command);
    sizes.set(name, (sizes.get(name) ?? 0) + sizeOf(pid));
  }
  return sizes;
}

/** A disk of a known small size, where this machine lets us mount one, and a way to fill it to the brim. */
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A small disk. */
export interface SmallDisk {
  dir: string;
  /** Fills it: from now on nobody can write to it. */
  fill: () => void;
  empty: () => void;
  remove: () => void;
}

const PIECE = Buffer.alloc(1 << 20);

/**
 * Mounts a small disk.
 *
 * @param dir where; it is made
 * @returns the reason in one line where mounting is not permitted
 */
export function mountSmallDisk(dir: string, size_mb: number): SmallDisk | string {
  if (process.platform !== "linux") return "only Linux mounts a small disk in memory";
  if (process.getuid?.() !== 0) return "mounting a small disk needs root";
  // What a killed run left mounted there.
  while (spawnSync("mountpoint", ["-q", dir]).status === 0) {
    if (spawnSync("umount", ["-l", dir]).status !== 0) break;
  }
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  const options = `size=${size_mb}m,mode=0755`;
  const made = spawnSync("mount", ["-t", "tmpfs", "-o", options, "yigou-small-disk", dir]);
  if (made.status !== 0) return "mounting is not permitted here";
  const ballast = join(dir, "ballast");
  return {
    dir,
    fill: () => fillUp(dir, ballast),
    empty: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync("umount", ["-l", dir]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function fillUp(dir: string, ballast: string): void {
  const file = openSync(ballast, "w");
  const { bavail, bsize } = statfsSync(dir);
  let left_bytes = bavail * bsize;
  try {
    while (left_bytes > 0) left_bytes -= writeSync(file, PIECE);
  } catch {
    // Full.
  } finally {
    closeSync(file);
  }
}

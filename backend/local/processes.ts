/** What can be known of another process by its number. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { codeOf } from "./trouble";

/** Whether a process with that number runs; a zombie does not. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
  const status = `/proc/${pid}/stat`;
  if (!existsSync(status)) return true;
  try {
    return !/\) Z /.test(readFileSync(status, "latin1"));
  } catch {
    return false;
  }
}

/** The command line of a process, empty when it cannot be read. */
function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  try {
    if (existsSync(file)) return readFileSync(file, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
  return spawnSync("ps", ["-p", String(pid), "-o", "args="], { encoding: "utf8" }).stdout;
}

/** Whether the process is a PostgreSQL server of that data folder. */
export function isPostgresOf(pid: number, data: string): boolean {
  const command = commandOf(pid);
  return command.includes("postgres") && command.includes(data);
}

/** Whether the process is a launcher of ours. */
export function isLauncher(pid: number): boolean {
  return /backend\/local\/\w+\.ts/.test(commandOf(pid));
}

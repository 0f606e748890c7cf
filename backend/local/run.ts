/** Programs that run once and end: builds, migrations, the loading of data. */
import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { Trouble } from "./trouble";

/** Loaded into each node process of ours: it ends when the launcher is gone. */
export const GUARD = pathToFileURL(join(import.meta.dirname, "guard.mjs")).href;

/** One program to run. */
export interface Program {
  /** What it does, for messages. */
  title: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Where everything it prints goes. */
  log: string;
  /** Called with each line that it prints. */
  onLine?: (line: string) => void;
}

const running = new Set<ChildProcess>();
let interrupted = false;

/** Ends every program that still runs, with all that it started; none starts afterwards. */
export function interruptPrograms(): void {
  interrupted = true;
  for (const child of running) signalGroup(child, "SIGTERM");
}

/** Sends a signal to a child that leads a process group of its own, and to all of the group. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}

const TAIL_LINES = 15;

/**
 * Runs a program to its end.
 *
 * @throws Trouble with the last lines that it printed when it fails
 */
export async function run(program: Program): Promise<void> {
  if (interrupted) throw new Trouble("interrupted");
  const log = createWriteStream(program.log);
  const tail: string[] = [];
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: program.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const listen = (raw: string): void => {
    const line = stripVTControlCharacters(raw);
    log.write(`${line}\n`);
    tail.push(line);
    if (tail.length > TAIL_LINES) tail.shift();
    program.onLine?.(line);
  };
  createInterface({ input: child.stdout }).on("line", listen);
  createInterface({ input: child.stderr }).on("line", listen);
  const code = await new Promise<number>((resolve) => {
    child.once("error", (error) => {
      tail.push(error.message);
      resolve(127);
    });
    child.once("close", (status) => resolve(status ?? 1));
  });
  running.delete(child);
  log.end();
  if (code === 0) return;
  if (/ENOSPC|No space left on device/.test(tail.join("\n"))) {
    throw new Trouble(`The disk is full: ${program.title} could not write.`);
  }
  throw new Trouble(
    `${program.title} failed (exit ${code}). Its last lines, the rest is in ${program.log}:\n` +
      tail.map((line) => `    ${line}`).join("\n"),
  );
}

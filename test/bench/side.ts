/** One of the two backends that are compared: a process of its own on a database of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { medusa } from "../../backend/local/stages";

/** What is compared: stock Medusa, stock Medusa with its Index module, ours. */
export type SideName = "plain" | "indexed" | "ours";

/** What a backend is started with. */
export interface SideOptions {
  name: SideName;
  cwd: string;
  port: number;
  env: NodeJS.ProcessEnv;
  log: string;
  database: string;
}

/** A running backend. */
export interface Side {
  name: SideName;
  base: string;
  pid: number;
  database: string;
  /** Holds the process still while the other side is measured, so that its jobs cost nothing. */
  pause: () => void;
  resume: () => void;
  stop: () => Promise<void>;
}

const START_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 10_000;

async function answers(base: string): Promise<boolean> {
  try {
    const reply = await fetch(`${base}/health`, { signal: AbortSignal.timeout(2_000) });
    await reply.arrayBuffer();
    return reply.ok;
  } catch {
    return false;
  }
}

/**
 * Starts a backend the way the launcher does and waits until it answers.
 *
 * @throws Error with the path of its log when it does not
 */
export async function startSide(options: SideOptions): Promise<Side> {
  const log = openSync(options.log, "w");
  const child = spawn(process.execPath, medusa("start", String(options.port)), {
    cwd: options.cwd,
    env: options.env,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const base = `http://localhost:${options.port}`;
  const until = Date.now() + START_PATIENCE_MS;
  while (!(await answers(base))) {
    if (child.exitCode !== null || child.pid === undefined || Date.now() > until) {
      child.kill("SIGKILL");
      throw new Error(`${options.name} does not answer: see ${options.log}`);
    }
    await sleep(200);
  }
  return {
    name: options.name,
    base,
    pid: child.pid ?? 0,
    database: options.database,
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    stop: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGCONT");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE_MS);
  await exited;
  clearTimeout(late);
}

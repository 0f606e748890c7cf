/** One launcher at a time for one `.yigou/`. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Home } from "./home";
import { isAlive, isLauncher } from "./processes";
import { Trouble } from "./trouble";

const holder = z.object({
  pid: z.number().int(),
  what: z.string(),
  leaving: z.boolean().default(false),
});

/** The launcher that holds the lock and still lives. */
export function lockHolder(home: Home): z.infer<typeof holder> | undefined {
  if (!existsSync(home.lock)) return undefined;
  const parsed = holder.safeParse(readJson(home.lock));
  if (!parsed.success || parsed.data.pid === process.pid) return undefined;
  const { pid } = parsed.data;
  return isAlive(pid) && isLauncher(pid) ? parsed.data : undefined;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** How long a launcher that is being stopped is waited for. */
const STOP_PATIENCE_MS = 30_000;

/** A lock that is held. */
export interface Lock {
  /** Says that the holder is on its way out: the next one waits instead of giving up. */
  leave: () => void;
  release: () => void;
}

/**
 * Takes the lock, or says who has it.
 *
 * @param what the command that takes it, for the message to the next one
 * @throws Trouble when another launcher runs
 */
export async function takeLock(home: Home, what: string): Promise<Lock> {
  const until = Date.now() + STOP_PATIENCE_MS;
  let other = lockHolder(home);
  while (other?.leaving && Date.now() < until) {
    await sleep(200);
    other = lockHolder(home);
  }
  if (other) {
    throw new Trouble(
      `Yigou already runs here (${other.what}, process ${other.pid}): stop it with Ctrl-C first.`,
    );
  }
  const write = (leaving: boolean): void => {
    writeFileSync(home.lock, JSON.stringify({ pid: process.pid, what, leaving }));
  };
  write(false);
  return { leave: () => write(true), release: () => rmSync(home.lock, { force: true }) };
}

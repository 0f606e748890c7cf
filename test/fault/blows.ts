/** The blows: each brings the house down in its own way and says what it did. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { type Failpoint, failpoints } from "../../backend/src/failpoints";
import { look } from "../http/ledger";
import type { Theatre } from "./theatre";

/** The kinds of blow, by name. */
export type Blow =
  | { kind: "random" | "postgres-child" | "postgres" | "cut" | "clock" | "disk" }
  | { kind: "failpoint"; name: Failpoint };

/** What a blow did. */
export interface Done {
  blow: Blow;
  /** Processes that died of it. */
  kills: number;
  /** Why it could not be struck, if so. */
  missed?: string;
}

/** What the blows are struck with. */
export interface Fist {
  theatre: Theatre;
  dice: () => number;
  /** The file in which the backend notes the failpoints that it passes. */
  log: string;
}

/** Every failpoint, in the order in which a crash at one prepares the next. */
export const FAILPOINTS = Object.keys(failpoints).filter(
  (name): name is Failpoint => name in failpoints,
);

const FAILPOINT_PATIENCE_MS = 40_000;
const PAUSE_MS = 1_500;
const DISK_FULL_MS = 4_000;
const HOUR_MS = 3_600_000;

/** Variables that arm a failpoint; the log is kept in any case. */
function armed({ log, dice }: Fist, blow: Blow): NodeJS.ProcessEnv {
  const env = { YIGOU_FAILPOINT_LOG: log };
  if (blow.kind !== "failpoint") return env;
  // Busy places also later than at their first pass.
  const pass = isBusy(blow.name) ? 1 + Math.floor(dice() * 3) : 1;
  return { ...env, YIGOU_FAILPOINT: `${blow.name}:kill@${pass}` };
}

function isBusy(name: Failpoint): boolean {
  return /^(place-order|direct-order|complete-cart|credit-order:(read|frozen)|house:charged)/.test(
    name,
  );
}

/** Strikes once. The house may lie down afterwards; `ensureUp` of the next blow raises it. */
export async function strike(fist: Fist, blow: Blow): Promise<Done> {
  const { theatre, dice } = fist;
  if (blow.kind === "failpoint") await prepare(fist, blow.name);
  await theatre.ensureUp(armed(fist, blow));
  await sleep(dice() * PAUSE_MS);
  switch (blow.kind) {
    case "random":
      await theatre.kill();
      return { blow, kills: 1 };
    case "failpoint":
      return atFailpoint(fist, blow);
    case "postgres-child":
      return oneChild(theatre, blow);
    case "postgres":
      process.kill(theatre.server.pid(), "SIGKILL");
      await theatre.server.revive();
      return { blow, kills: 1 };
    case "cut":
      return cutLines(theatre, blow, 2 + Math.floor(dice() * 4));
    case "clock":
      return stepClock(theatre, blow, dice() < 0.5 ? HOUR_MS : -HOUR_MS, dice() < 0.5);
    case "disk":
      return fillDisk(theatre, blow);
  }
}

/** An armed failpoint is in the environment of a process, so the one that runs without it must go first. */
async function prepare({ theatre, log }: Fist, name: Failpoint): Promise<void> {
  if (theatre.backend().isAlive()) await theatre.kill();
  if (!name.startsWith("undo-stranded-order:")) return;
  // Only an order that died before it was paid is ever taken back.
  const first: Blow = { kind: "failpoint", name: "complete-cart:reserve-inventory-step" };
  await theatre.ensureUp(armed({ theatre, log, dice: () => 0 }, first));
  if (!(await theatre.backend().ended(FAILPOINT_PATIENCE_MS))) await theatre.kill();
}

async function atFailpoint({ theatre, log }: Fist, blow: Blow): Promise<Done> {
  if (await theatre.backend().ended(FAILPOINT_PATIENCE_MS)) return { blow, kills: 1 };
  await theatre.kill();
  const passed = passedIn(log);
  const name = blow.kind === "failpoint" ? blow.name : "";
  return { blow, kills: 1, missed: passed.has(name) ? "passed too seldom" : "never passed" };
}

/** The failpoints that were passed, and those at which the process died, as the backend noted them. */
export function passedIn(log: string, deed = "passed"): Set<string> {
  const lines = readFileSync(log, "utf8").split("\n");
  const mark = `${deed} `;
  return new Set(lines.flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length)] : [])));
}

const pidRow = z.object({ pid: z.number() });

/** The server answers the death of one of its own by ending all others and recovering. */
async function oneChild(theatre: Theatre, blow: Blow): Promise<Done> {
  const busy = `select pid from pg_stat_activity where usename = 'yigou' order by query_start desc limit 1`;
  const [child] = await look(theatre.database, pidRow, busy);
  if (!child) return { blow, kills: 0, missed: "nobody was connected" };
  process.kill(child.pid, "SIGKILL");
  await theatre.server.revive();
  return { blow, kills: 1 };
}

async function cutLines(theatre: Theatre, blow: Blow, count: number): Promise<Done> {
  const before = theatre.line.cut();
  theatre.line.cutAfterCommits(count);
  for (let waited = 0; theatre.line.cut() < before + count && waited < 50; waited++) {
    await sleep(200);
  }
  theatre.line.cutAfterCommits(0);
  const cut = theatre.line.cut() - before;
  return { blow, kills: 0, ...(cut === 0 ? { missed: "nothing was committed" } : {}) };
}

/** The clock goes wrong and is set right again, or the process dies of something else meanwhile. */
async function stepClock(
  theatre: Theatre,
  blow: Blow,
  shift_ms: number,
  dies: boolean,
): Promise<Done> {
  const backend = theatre.backend();
  backend.stepClock(shift_ms);
  await sleep(4_000);
  if (dies) {
    await theatre.kill();
    return { blow, kills: 1 };
  }
  backend.stepClock(0);
  return { blow, kills: 0 };
}

async function fillDisk({ disk, server }: Theatre, blow: Blow): Promise<Done> {
  if (typeof disk === "string") return { blow, kills: 0, missed: disk };
  disk.fill();
  await sleep(DISK_FULL_MS);
  disk.empty();
  await server.revive();
  return { blow, kills: 0 };
}

/**
 * The blows of a run: every other kind in turn, failpoints in the order of their list, from a place that
 * the seed chooses.
 */
export function blowsOf(kills: number, seed: number): Blow[] {
  const others = [
    "postgres",
    "cut",
    "random",
    "clock",
    "postgres-child",
    "disk",
    "random",
  ] as const;
  const blows: Blow[] = [];
  let killing = 0;
  for (let n = 0; killing < kills; n++) {
    const kind = others[Math.floor(n / 5) % others.length];
    const name = FAILPOINTS[(seed + n - Math.floor(n / 5)) % FAILPOINTS.length];
    const blow: Blow =
      n % 5 === 4 && kind ? { kind } : { kind: "failpoint", name: name ?? "place-order:claimed" };
    blows.push(blow);
    if (!["cut", "clock", "disk"].includes(blow.kind)) killing += 1;
  }
  return blows;
}

/** The long-running processes: started, watched, started again when they die, stopped in order. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { GUARD, signalGroup } from "./run";
import { say } from "./say";
import { Trouble } from "./trouble";

/** One server. */
export interface ServiceSpec {
  name: string;
  /** Arguments of node: its own flags, then the program. */
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  log: string;
  /** Answers 200 when the server is up. */
  probe: string;
}

/** A watched server. */
export interface Service {
  /** Resolves when it answers. */
  ready: () => Promise<void>;
  stop: () => Promise<void>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A process that lived this long starts again without growing pauses. */
const HEALTHY_MS = 60_000;
const STOP_PATIENCE_MS = 12_000;
const READY_PATIENCE_MS = 120_000;
/** Deaths in a row before the first answer that make waiting pointless. */
const HOPELESS_DEATHS = 3;

function spawnService(spec: ServiceSpec): ChildProcess {
  const log = openSync(spec.log, "a");
  const child = spawn(process.execPath, ["--import", GUARD, ...spec.args], {
    cwd: spec.cwd,
    env: spec.env,
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  return child;
}

async function answers(probe: string): Promise<boolean> {
  try {
    const reply = await fetch(probe, { signal: AbortSignal.timeout(20_000) });
    await reply.arrayBuffer();
    return reply.ok;
  } catch {
    return false;
  }
}

/** Starts a server and keeps it alive until it is stopped. */
export function startService(spec: ServiceSpec): Service {
  let child = spawnService(spec);
  let stopping = false;
  let deaths = 0;
  let pause = FIRST_PAUSE_MS;

  const watch = (): void => {
    const since = Date.now();
    child.once("exit", (code, signal) => {
      if (stopping) return;
      deaths += 1;
      pause = Date.now() - since > HEALTHY_MS ? FIRST_PAUSE_MS : pause;
      const how = signal ?? `exit ${code ?? "?"}`;
      say(`${spec.name} ended (${how}): it starts again in ${pause / 1000} s. See ${spec.log}`);
      setTimeout(() => {
        if (stopping) return;
        child = spawnService(spec);
        watch();
      }, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
  };
  watch();

  return {
    ready: async () => {
      const until = Date.now() + READY_PATIENCE_MS;
      while (!(await answers(spec.probe))) {
        if (stopping) throw new Trouble("interrupted");
        if (deaths >= HOPELESS_DEATHS || Date.now() > until) {
          throw new Trouble(`${spec.name} does not answer at ${spec.probe}: see ${spec.log}`);
        }
        await sleep(200);
      }
    },
    stop: async () => {
      stopping = true;
      await end(child);
    },
  };
}

/** Asks a process group to end, and ends it when it does not. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  signalGroup(child, "SIGTERM");
  const late = setTimeout(() => signalGroup(child, "SIGKILL"), STOP_PATIENCE_MS);
  await exited;
  clearTimeout(late);
}

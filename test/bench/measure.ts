/** Measures one deed on one side: CPU of its node and of PostgreSQL, statements, pace. */
import { setTimeout as sleep } from "node:timers/promises";

import { type Cpu, cpuBetween, cpuOfTree } from "./processes";
import type { Deed } from "./scenarios";
import type { Server } from "./server";
import type { Side } from "./side";

/** What one deed costs. */
export interface Cost {
  node_user_ms: number;
  node_system_ms: number;
  pg_user_ms: number;
  pg_system_ms: number;
  cpu_ms: number;
  statements: number;
  per_second: number;
}

/** Buyers at once. */
const AT_ONCE = 4;
const REST_MS = 300;
/** CPU in a rest that counts as idle: timers and clock ticks. */
const IDLE_MS = 20;
const REST_PATIENCE_MS = 15_000;

interface Reading {
  node: Cpu;
  pg: Cpu;
}

function read(side: Side, server: Server): Reading {
  return { node: cpuOfTree(side.pid), pg: cpuOfTree(server.pid) };
}

function totalOf({ node, pg }: Reading): number {
  return node.user_ms + node.system_ms + pg.user_ms + pg.system_ms;
}

/** Waits until the work that an answer leaves behind (events, credits) is done. */
export async function rest(side: Side, server: Server): Promise<void> {
  const until = Date.now() + REST_PATIENCE_MS;
  for (let before = totalOf(read(side, server)); Date.now() < until;) {
    await sleep(REST_MS);
    const now = totalOf(read(side, server));
    if (now - before <= IDLE_MS) return;
    before = now;
  }
}

/**
 * Does a deed many times and counts what each one cost, the work left behind included.
 *
 * @param from number of the first one
 * @param least how many times, and for how many milliseconds: a quick side does it more often
 */
export async function measure(
  side: Side,
  server: Server,
  deed: Deed,
  from: number,
  least: { times: number; ms: number },
): Promise<Cost> {
  await rest(side, server);
  await server.takeStatements(side.database);
  const before = read(side, server);
  const began = performance.now();
  const passed_ms = () => performance.now() - began;
  let count = 0;
  const buyer = async (): Promise<void> => {
    while (count < least.times || passed_ms() < least.ms) await deed(from + count++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, buyer));
  const seconds = passed_ms() / 1000;
  await rest(side, server);
  const after = read(side, server);
  const statements = await server.takeStatements(side.database);
  const node = cpuBetween(before.node, after.node);
  const pg = cpuBetween(before.pg, after.pg);
  return {
    node_user_ms: node.user_ms / count,
    node_system_ms: node.system_ms / count,
    pg_user_ms: pg.user_ms / count,
    pg_system_ms: pg.system_ms / count,
    cpu_ms: (totalOf(after) - totalOf(before)) / count,
    statements: statements / count,
    per_second: count / seconds,
  };
}

/** Processor time of some work: of this process, and of the PostgreSQL session that it uses. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

/**
 * Measures.
 *
 * @param pg a pool of one connection, which the work uses
 * @returns milliseconds of processor time, user and system
 */
export async function cpuOf(pg: Knex, work: () => Promise<void>): Promise<number> {
  const pid = await sessionOf(pg);
  const [before, usage] = [ticksOf(pid), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(usage);
  return (user + system) / 1000 + (ticksOf(pid) - before) * tickMs();
}

/**
 * Processor time of all sessions that begin and end while some work is done.
 *
 * @param pg a pool of one connection to the same server
 * @returns milliseconds, user and system, of the server alone
 */
export async function serverCpuOf(pg: Knex, work: () => Promise<unknown>): Promise<number> {
  const parent = Number(statOf(await sessionOf(pg))[1]);
  const before = goneTicksOf(parent);
  await work();
  // A session is counted when the server has seen it end.
  await sleep(300);
  return (goneTicksOf(parent) - before) * tickMs();
}

/**
 * Processor time of such sessions, and of this process beside them.
 *
 * @param pg a pool of one connection to the same server
 * @returns milliseconds, user and system
 */
export async function allCpuOf(pg: Knex, work: () => Promise<unknown>): Promise<number> {
  const usage = process.cpuUsage();
  const server_ms = await serverCpuOf(pg, work);
  const { user, system } = process.cpuUsage(usage);
  return server_ms + (user + system) / 1000;
}

async function sessionOf(pg: Knex): Promise<number> {
  const { rows } = await pg.raw<{ rows: unknown[] }>("select pg_backend_pid() as pid");
  return z.tuple([z.object({ pid: z.int() })]).parse(rows)[0].pid;
}

function tickMs(): number {
  return 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
}

/** What proc(5) says of a process, from its state on: field 3 is the first. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid.toString()}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** User and system time of a process, in ticks: fields 14 and 15. */
function ticksOf(pid: number): number {
  const fields = statOf(pid);
  return Number(fields[11]) + Number(fields[12]);
}

/** The same of its children that have ended: fields 16 and 17. */
function goneTicksOf(pid: number): number {
  const fields = statOf(pid);
  return Number(fields[13]) + Number(fields[14]);
}

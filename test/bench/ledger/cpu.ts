/** Processor time of some work: of this process, and of the PostgreSQL session that it uses. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

/**
 * Measures.
 *
 * @param pg a pool of one connection, which the work uses
 * @returns milliseconds of processor time, user and system
 */
export async function cpuOf(pg: Knex, work: () => Promise<void>): Promise<number> {
  const { rows } = await pg.raw<{ rows: unknown[] }>("select pg_backend_pid() as pid");
  const [session] = z.array(z.object({ pid: z.int() })).parse(rows);
  if (!session) throw new Error("no session");
  const [before, usage] = [ticksOf(session.pid), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(usage);
  const tick_ms = 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
  return (user + system) / 1000 + (ticksOf(session.pid) - before) * tick_ms;
}

/** User and system time of a process, in ticks. @source proc(5), fields 14 and 15 */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid.toString()}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

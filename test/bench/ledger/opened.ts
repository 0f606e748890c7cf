/** A ledger of the bench with what its queries need. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { asValue } from "@medusajs/framework/awilix";
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils";
import knex, { type Knex } from "knex";

import type { Bench } from "./item";
import type { BenchDatabase } from "./server";

/** A database, a pool of the application's role, and a container that knows it. */
export interface OpenedLedger {
  database: BenchDatabase;
  pg: Knex;
  scope: MedusaContainer;
}

/** Opens a fresh ledger under a name. */
export async function openLedger(bench: Bench, name: string): Promise<OpenedLedger> {
  const database = await bench.server.ledgerDatabase(name);
  const pg: Knex = knex({ client: "pg", connection: database.url, pool: { min: 1, max: 8 } });
  const scope = createMedusaContainer();
  scope.register(ContainerRegistrationKeys.PG_CONNECTION, asValue(pg));
  return { database, pg, scope };
}

/** Milliseconds of some work. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** A sealer as a process of its own, so that it can be killed: seals what waits, then tells the witness. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import knex from "knex";

import { env } from "../../../../backend/src/env";
import { IncomeModuleService } from "../../../../backend/src/modules/income/service";
import { NOW } from "./sealing";

const pg = knex({ client: "pg", connection: env.DATABASE_URL, pool: { min: 0, max: 2 } });
const income = new IncomeModuleService({ [ContainerRegistrationKeys.PG_CONNECTION]: pg });
const witness = env.YIGOU_WITNESS_FILE ?? null;
const { blocks, diverged } = await income.seal({ limit: 2, blocks: 100, now: NOW, witness });
await pg.destroy();
console.log(JSON.stringify({ sealed: blocks.length, diverged }));

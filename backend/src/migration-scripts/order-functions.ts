/**
 * The short way of a plain purchase, as functions of the database: placing, settling, taking back. Who calls them is
 * `workflows/checkout/direct-order.ts`.
 */
import type { ExecArgs } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { PLACING } from "./order-functions/placing";
import { READING } from "./order-functions/reading";
import { SETTLING, UNPLACING } from "./order-functions/settling";

export default async function orderFunctions({ container }: ExecArgs): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  await pg.transaction(async (trx) => {
    for (const statement of [...READING, PLACING, SETTLING, UNPLACING]) await trx.raw(statement);
  });
}

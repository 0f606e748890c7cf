/** Lets time pass for a recipient. */
import { z } from "zod";

import type { TestDatabase } from "../../support/postgres";
import { look } from "../ledger";

/** Moves the days of a recipient, as time does. */
export async function moveDays(database: TestDatabase, id: string, days: number): Promise<void> {
  await look(
    database,
    z.unknown(),
    `update household_recipient set valid_from = valid_from + $2::int, valid_to = valid_to + $2::int where id = $1`,
    [id, String(days)],
  );
}

/** The picture of a month for the roll-ups to keep, with the mark from which on postings may be missing in it. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { monthOf } from "../statement/span";
import { flowOf } from "./read-flow";

const markRow = z.object({ since: z.string() });

/**
 * Reads the picture of the whole ledger.
 *
 * @param month yyyymm
 */
export async function flowToKeep(pg: Knex, month: number) {
  return pg.transaction((trx) => markedFlow(trx, month), {
    isolationLevel: "repeatable read",
    readOnly: true,
  });
}

async function markedFlow(trx: Knex.Transaction, month: number) {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    "select pg_snapshot_xmin(pg_current_snapshot())::text as since",
  );
  const [{ since }] = z.tuple([markRow]).parse(rows);
  const reader = { prefix: "", mayName: false };
  const { flows, accounts } = await flowOf(trx, reader, monthOf(month));
  return { month, since, flows, accounts };
}

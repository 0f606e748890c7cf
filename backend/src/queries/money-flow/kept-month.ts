/** The pictures that the roll-ups keep of months that are over; each is true, or it is not read. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { flowReplySchema } from "../../contract/money-flow";

const shape = flowReplySchema.shape;
const keptRow = z.object({ month: z.int(), flows: shape.flows, accounts: shape.accounts });

/** A month that is over: its bands, and where every account stood at its end. */
export type KeptMonth = z.infer<typeof keptRow>;

/** Before the first month: every account is empty. */
const BEFORE_ALL: KeptMonth = { month: 0, flows: [], accounts: [] };

/**
 * Reads the newest picture that still holds, of a month or of one before it. Whatever was posted since into
 * that month or an earlier one, rolled up or not, takes its picture out.
 *
 * @param month yyyymm
 * @returns an empty picture of month 0 when none is kept
 */
export async function keptMonth(trx: Knex.Transaction, month: number): Promise<KeptMonth> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `select k.month, k.flows, k.accounts from income_flow_month k
      where k.month <= :month and not k.stale and k.month < income_tail_period()
      order by k.month desc limit 1`,
    { month },
  );
  return z.array(keptRow).parse(rows)[0] ?? BEFORE_ALL;
}

/** Reads everything from the postings, as if nothing were kept. */
export function nothingKept(): Promise<KeptMonth> {
  return Promise.resolve(BEFORE_ALL);
}

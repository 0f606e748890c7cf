/** Pictures of the money flow of months that are over: which one is missing, and keeping it. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

/** A picture as it is kept. */
export interface FlowMonth {
  /** The accounting month, yyyymm. */
  month: number;
  /** The picture was read in a snapshot in which every database transaction below this one was over. */
  since: string;
  flows: readonly unknown[];
  accounts: readonly unknown[];
}

/** A picture that has just become stale may become so again: it is left alone for so long. */
const REST_MINUTES = 10;

// The roll-up of movements knows every month in which something moved.
const MISSING = `
select m.period as month
  from (select distinct period from income_rollup_period where period < :before) m
  left join income_flow_month k on k.month = m.period
 where k.month is null or k.stale and k.kept_at < clock_timestamp() - :rest * interval '1 minute'
 order by m.period limit 1`;

/**
 * The oldest month whose picture is not kept, or not true any more for a while.
 *
 * @param before yyyymm: the month that is still running
 */
export async function missingFlowMonth(pg: Knex, before: number): Promise<number | null> {
  const { rows } = await pg.raw<{ rows: unknown[] }>(MISSING, { before, rest: REST_MINUTES });
  return z.array(z.object({ month: z.int() })).parse(rows)[0]?.month ?? null;
}

/**
 * Keeps a picture.
 *
 * @returns false when something was posted into the month, or an earlier one, since the picture was read
 */
export async function keepFlowMonth(pg: Knex, picture: FlowMonth): Promise<boolean> {
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    "select income_flow_keep(:month, cast(:since as xid8), cast(:flows as jsonb), cast(:accounts as jsonb)) as kept",
    {
      ...{ month: picture.month, since: picture.since },
      flows: JSON.stringify(picture.flows),
      accounts: JSON.stringify(picture.accounts),
    },
  );
  return z.tuple([z.object({ kept: z.boolean() })]).parse(rows)[0].kept;
}

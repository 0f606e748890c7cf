/** How many units of order lines complaints are about. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { openComplaintStates } from "../../contract/complaint";

/** What complaints have made of a line. */
export interface Used {
  used: number;
  open: boolean;
}

const usedRow = z.object({ order_line_id: z.string(), used: z.int(), open: z.boolean() });

interface Rows {
  rows: unknown[];
}

/**
 * Units of lines that complaints are about already, and whether one is being dealt with.
 * NOTE: a complaint that was turned down uses its units up: the same ones are not complained about twice.
 */
export async function usedUnits(
  db: Knex | Knex.Transaction,
  order_line_ids: readonly string[],
): Promise<Map<string, Used>> {
  const { rows } = await db.raw<Rows>(
    `select order_line_id, sum(quantity)::int as used,
            bool_or(state = any(?::text[])) as open
       from complaint where order_line_id = any(?::text[]) and state <> 'withdrawn' group by order_line_id`,
    [[...openComplaintStates], [...order_line_ids]],
  );
  return new Map(
    z
      .array(usedRow)
      .parse(rows)
      .map(({ order_line_id, ...used }) => [order_line_id, used]),
  );
}

/** Closes an accounting month of a county. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { RefusalCode } from "../../contract/errors";
import { refuse } from "../../refuse";

const fen = z.coerce.number().int();

/** What a closing wrote down. */
export const closedTotals = z.object({
  credited_fen: fen,
  reversed_fen: fen,
  earned_fen: fen,
  settled_fen: fen,
  paid_fen: fen,
  confirmed_fen: fen,
  head_seq: fen.nullable(),
});

const row = z.object({
  closed: z.object({ closed_at: z.coerce.date(), totals: closedTotals }),
});

/** A closed month. */
export type ClosedPeriod = z.infer<typeof row>["closed"];

/** Which month of which county, and the official who closes it. */
export interface ClosePeriod {
  /** Six digits. */
  county_code: string;
  /** As yyyymm. */
  month: number;
  official_id: string;
}

const REFUSALS = [
  ["yigou:period_closed", "period_closed"],
  ["yigou:period_running", "period_running"],
  ["yigou:period_earlier_open", "period_earlier_open"],
  // Another closing wrote its row first.
  ["ledger_period_pkey", "period_closed"],
  ["lock timeout", "busy"],
] as const satisfies readonly (readonly [string, RefusalCode])[];

/**
 * Closes a month for good: its figures are written down, and whatever comes later lands in an open month.
 *
 * @throws refusals `period_closed`, `period_running`, `period_earlier_open`; `busy` when postings do not pause
 */
export async function closePeriod(
  pg: Knex,
  { county_code, month, official_id }: ClosePeriod,
): Promise<ClosedPeriod> {
  try {
    const { rows } = await pg.raw<{ rows: unknown[] }>(
      "select ledger_close_period(?, ?, ?) as closed",
      [county_code, month, official_id],
    );
    const [found] = z.array(row).parse(rows);
    if (!found) throw new Error("a closing answered nothing");
    return found.closed;
  } catch (error) {
    const text = error instanceof Error ? error.message : "";
    const known = REFUSALS.find(([mark]) => text.includes(mark));
    throw known ? refuse(known[1], { month }) : error;
  }
}

/** Income that no order brings: what a payroll or contract entry posts, and what takes it back. */
import { createHash } from "node:crypto";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { dayInShanghai } from "../../contract/day";
import type { Fen } from "../../contract/fen";
import type { EntryLinkage } from "../../contract/linkage";
import type { IncomeCategory } from "../../contract/words";
import { refuse } from "../../refuse";
import type { Posted } from "./types";

/** An approved entry. */
export interface EntryMovement {
  /** `entry_reversal` takes the entry back that `entry_id` names. */
  kind: "entry" | "entry_reversal";
  /** The approved paper: the entry itself, or what takes it back. */
  id: string;
  /** The entry that carries the credit. */
  entry_id: string;
  cooperative_id: string;
  household_id: string;
  alias: string;
  division_code: string;
  linkage: EntryLinkage;
  category: IncomeCategory;
  countable: boolean;
  /** YYYY-MM in Asia/Shanghai. */
  period: string;
  amount_fen: Fen;
  cause: string;
  prepared_by: string;
  approved_by: string;
  /** ISO instant. */
  approved_at: string;
}

/** The cooperative's accounts that entries stand against. */
const ACCOUNT: Record<EntryLinkage, string> = {
  wage: "wages",
  land_rent: "land_rent",
  dividend: "dividend",
  bonus: "bonus",
};

/** The id of an entry's credit: the entry and its household, like an order line and its household. */
export function creditOfEntry(entry_id: string, household_id: string): string {
  return `${entry_id}:${household_id}`;
}

/**
 * The last instant of a month in Asia/Shanghai, or the present when the month is not over: income belongs
 * to the month in which it was earned, however late it is entered.
 *
 * @param period YYYY-MM
 * @param now ISO instant
 */
export function earnedAt(period: string, now: string): string {
  const [year = 1970, month = 1] = period.split("-").map(Number);
  const end = Date.UTC(year, month, 1) - 8 * 3_600_000 - 1000;
  return end < Date.parse(now) ? new Date(end).toISOString() : now;
}

function documentOf(entry: EntryMovement) {
  const { kind, id, entry_id, cooperative_id, household_id, linkage, category, countable } = entry;
  const { period, amount_fen, prepared_by, approved_by, approved_at, alias, division_code } = entry;
  const what = { kind, id, entry_id, cooperative_id, household_id, linkage, category, countable };
  const hash = createHash("sha256").update(JSON.stringify({ ...what, period, amount_fen }));
  // A correction belongs to the day on which it is made; the income itself to its month.
  const occurred_at = kind === "entry" ? earnedAt(period, approved_at) : approved_at;
  return {
    ...what,
    alias,
    division_code,
    amount_fen,
    approved_at,
    credit_id: creditOfEntry(entry_id, household_id),
    account_id: `${ACCOUNT[linkage]}:${cooperative_id}`,
    sold_on: dayInShanghai(new Date(occurred_at)),
    head: {
      key: `${kind}:${id}`,
      hash: hash.digest("hex"),
      kind,
      source_id: id,
      amount_fen,
      cause: entry.cause,
      occurred_at,
      facts: { entry_id, linkage, period, prepared_by, approved_by },
    },
  };
}

const postedRow = z.object({
  posted: z.array(z.object({ seq: z.coerce.number().int(), replayed: z.boolean() })),
});

/**
 * Posts approved entries and what takes entries back: all of them or none, each once.
 *
 * @throws refusal `entry_paid` when an entry is to be taken back whose money has reached the household,
 * `ledger_key_reused`
 */
export async function enter(db: Knex, entries: readonly EntryMovement[]): Promise<Posted[]> {
  try {
    const { rows } = await db.raw<{ rows: unknown[] }>(
      "select ledger_enter(cast(? as jsonb)) as posted",
      [JSON.stringify(entries.map(documentOf))],
    );
    return postedRow.parse(rows[0]).posted;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (message.includes("yigou:entry_paid")) throw refuse("entry_paid");
    if (message.includes("yigou:ledger_key_reused"))
      throw refuse("ledger_key_reused", { key: "entry" });
    throw error;
  }
}

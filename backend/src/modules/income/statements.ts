/** The SQL of the ledger: locks, reads and the call of the posting function. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { creditStates, type CreditState } from "../../contract/words";
import type { Fen } from "../../contract/money";
import { refuse } from "../../refuse";
import type { RefundGround } from "./postings";
import type { CreditFilter, LeafStanding, Posted, Posting, StateBalances } from "./types";

// NOTE: PostgreSQL's bigint arrives as text; the safe range is checked here, at the door.
const fen = z.coerce.number().int();

const leafRow = z.object({
  id: z.string(),
  order_line_id: z.string().nullable(),
  part: z.enum([
    "household",
    "service",
    "packing",
    "freight",
    "platform",
    "shipping",
    "tax",
    "unattributed",
  ]),
  owner_id: z.string(),
  credit_id: z.string().nullable(),
  amount_fen: fen,
  captured_fen: fen,
  reversed_fen: fen,
});

const balanceRow = z.object({
  credit_id: z.string(),
  expected_fen: fen,
  earned_fen: fen,
  settled_fen: fen,
  paid_fen: fen,
  confirmed_fen: fen,
});

/** Serialises everything that posts for one order, across processes, until the transaction ends. */
export async function lockOrder(trx: Knex.Transaction, order_id: string): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 7))", [`ledger:${order_id}`]);
}

/** Every leaf of an order with what was captured for it and reversed from it. */
export async function readLeaves(trx: Knex.Transaction, order_id: string): Promise<LeafStanding[]> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `select l.id, l.order_line_id, l.part, l.owner_id, l.credit_id, l.amount_fen,
            coalesce(sum(p.amount_fen) filter (where t.kind = 'capture'), 0) as captured_fen,
            coalesce(-sum(p.amount_fen) filter (where t.kind = 'refund'), 0) as reversed_fen
       from sale_leaf l
       left join ledger_posting p on p.leaf_id = l.id and p.order_id = l.order_id
       left join ledger_transaction t on t.seq = p.transaction_seq and t.kind in ('capture', 'refund')
      where l.order_id = ?
      group by l.id
      order by l.id`,
    [order_id],
  );
  return z.array(leafRow).parse(rows);
}

/** What a refund of an order stands on; locks the balances of its credits. */
export async function readGround(trx: Knex.Transaction, order_id: string): Promise<RefundGround> {
  const balances = await trx.raw<{ rows: unknown[] }>(
    "select * from credit_balance where order_id = ? order by credit_id for update",
    [order_id],
  );
  const beyond = await trx.raw<{ rows: unknown[] }>(
    `select coalesce(sum(amount_fen), 0) as rest from ledger_posting
      where order_id = ? and account_id = 'unattributed' and leaf_id is null`,
    [order_id],
  );
  const lines = await trx.raw<{ rows: unknown[] }>(
    "select order_line_id, quantity from sale_line where order_id = ?",
    [order_id],
  );
  const quantities = z
    .array(z.object({ order_line_id: z.string(), quantity: fen }))
    .parse(lines.rows);
  const [rest] = z.array(z.object({ rest: fen })).parse(beyond.rows);
  return {
    leaves: await readLeaves(trx, order_id),
    balances: new Map(
      z
        .array(balanceRow)
        .parse(balances.rows)
        .map((row) => [row.credit_id, statesOf(row)]),
    ),
    quantities: new Map(quantities.map((row) => [row.order_line_id, row.quantity])),
    unattributed_fen: rest?.rest ?? 0,
  };
}

function statesOf(row: z.infer<typeof balanceRow>): StateBalances {
  return {
    expected: row.expected_fen,
    earned: row.earned_fen,
    settled: row.settled_fen,
    paid: row.paid_fen,
    confirmed: row.confirmed_fen,
  };
}

/** A credit that holds something in the state that is to be left. */
export interface HeldCredit {
  credit_id: string;
  leaf_id: string;
  household_id: string;
  order_id: string;
  amount_fen: Fen;
}

const heldRow = z.object({
  credit_id: z.string(),
  leaf_id: z.string(),
  household_id: z.string(),
  order_id: z.string(),
  amount_fen: fen,
});

/** Locks the chosen credits in the order of their ids and answers those that hold something in `state`. */
export async function lockCredits(
  trx: Knex.Transaction,
  filter: CreditFilter,
  state: CreditState,
): Promise<HeldCredit[]> {
  const held = trx("credit_balance as b")
    .select(
      "b.credit_id",
      "b.household_id",
      "b.order_id",
      trx.raw("b.credit_id || ':household' as leaf_id"),
    )
    .select(trx.raw("b.?? as amount_fen", [columnOf[state]]))
    .where(`b.${columnOf[state]}`, ">", 0)
    .orderBy("b.credit_id")
    .forUpdate();
  if (filter.order_id !== undefined) held.where("b.order_id", filter.order_id);
  if (filter.household_id !== undefined) held.where("b.household_id", filter.household_id);
  if (filter.cooperative_id !== undefined) held.where("b.cooperative_id", filter.cooperative_id);
  if (filter.order_line_ids) held.whereIn("b.order_line_id", [...filter.order_line_ids]);
  if (filter.credit_ids) held.whereIn("b.credit_id", [...filter.credit_ids]);
  if (filter.settles_by !== undefined) held.where("b.settles_at", "<=", filter.settles_by);
  const rows: unknown = await held;
  return z.array(heldRow).parse(rows);
}

const columnOf = {
  expected: "expected_fen",
  earned: "earned_fen",
  settled: "settled_fen",
  paid: "paid_fen",
  confirmed: "confirmed_fen",
} as const satisfies Record<(typeof creditStates)[number], string>;

/** The head of a transaction. */
export interface TransactionHead {
  key: string;
  hash: string;
  kind: "capture" | "refund" | "accept" | "settle" | "pay" | "confirm";
  order_id: string | null;
  payment_id: string | null;
  source_id: string | null;
  amount_fen: Fen;
  cause: string;
  occurred_at: string;
  facts: object;
}

const postedRow = z.object({
  result: z.object({ seq: z.coerce.number().int(), replayed: z.boolean() }),
});

/**
 * Posts one transaction through the database's posting function.
 *
 * @throws refusal `ledger_key_reused`; `ledger_unbalanced` comes from the database at commit
 */
export async function post(
  trx: Knex.Transaction,
  head: TransactionHead,
  postings: readonly Posting[],
): Promise<Posted> {
  try {
    const { rows } = await trx.raw<{ rows: unknown[] }>("select ledger_post(?::jsonb) as result", [
      JSON.stringify({ ...head, postings }),
    ]);
    return postedRow.parse(rows[0]).result;
  } catch (error) {
    if (error instanceof Error && error.message.includes("yigou:ledger_key_reused")) {
      throw refuse("ledger_key_reused", { key: head.key });
    }
    throw error;
  }
}

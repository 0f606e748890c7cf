/** What a posting for an order is computed on: read in one statement, so in one snapshot. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { Fen } from "../../contract/money";
import type { RefundGround } from "./postings";
import type { LeafStanding } from "./types";

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
  version: z.number().int(),
  expected: fen,
  earned: fen,
  settled: fen,
  paid: fen,
  confirmed: fen,
});

const groundRow = z.object({
  known: z.object({ seq: fen, hash: z.string() }).nullable(),
  movements: fen,
  unattributed_fen: fen,
  leaves: z.array(leafRow),
  balances: z.array(balanceRow),
  lines: z.array(z.object({ order_line_id: z.string(), quantity: fen })),
});

const SQL = `
with standing as (select * from leaf_standing(:order_id))
select
  (select json_build_object('seq', seq, 'hash', input_hash) from ledger_transaction where idempotency_key = :key) as known,
  (select coalesce(max(movement_no), 0) from ledger_transaction where order_id = :order_id) as movements,
  (select coalesce(sum(p.amount_fen), 0) from ledger_transaction t join ledger_posting p on p.transaction_seq = t.seq
    where t.order_id = :order_id and p.account_id = 'unattributed' and p.leaf_id is null) as unattributed_fen,
  (select coalesce(json_agg(json_build_object('id', l.id, 'order_line_id', l.order_line_id, 'part', l.part,
      'owner_id', l.owner_id, 'credit_id', l.credit_id, 'amount_fen', l.amount_fen,
      'captured_fen', coalesce(s.captured_fen, 0), 'reversed_fen', coalesce(s.reversed_fen, 0)) order by l.id), '[]')
     from sale_leaf l left join standing s on s.leaf_id = l.id where l.order_id = :order_id) as leaves,
  (select coalesce(json_agg(json_build_object('credit_id', b.credit_id, 'version', b.version,
      'expected', b.expected_fen, 'earned', b.earned_fen, 'settled', b.settled_fen, 'paid', b.paid_fen,
      'confirmed', b.confirmed_fen)), '[]') from credit_balance b where b.order_id = :order_id) as balances,
  (select coalesce(json_agg(json_build_object('order_line_id', l.order_line_id, 'quantity', l.quantity)), '[]')
     from sale_line l where l.order_id = :order_id) as lines`;

/** An order's standing, and what must still be true when the posting that was computed on it arrives. */
export interface Ground extends RefundGround {
  leaves: readonly LeafStanding[];
  unattributed_fen: Fen;
  /** The transaction of the asked key, when it was posted before. */
  known: { seq: number; hash: string } | null;
  /** How many captures, refunds and amendments the order has. */
  movements: number;
  /** Version of each credit's balance. */
  versions: Readonly<Record<string, number>>;
}

/**
 * Reads what a capture or refund of an order stands on. Takes no lock: the posting function refuses what
 * was computed on a standing that is no longer true.
 *
 * @param pg connection, or a transaction that holds the order's lock
 * @param order_id the order
 * @param key the idempotency key that is to be posted
 */
export async function readGround(
  pg: Knex | Knex.Transaction,
  order_id: string,
  key: string,
): Promise<Ground> {
  const { rows } = await pg.raw<{ rows: unknown[] }>(SQL, { order_id, key });
  const [row] = z.array(groundRow).parse(rows);
  if (!row) throw new Error("a statement without a row");
  const { known, movements, unattributed_fen, leaves } = row;
  return {
    known,
    movements,
    unattributed_fen,
    leaves,
    balances: new Map(row.balances.map(({ credit_id, version: _, ...held }) => [credit_id, held])),
    versions: Object.fromEntries(row.balances.map((b) => [b.credit_id, b.version])),
    quantities: new Map(row.lines.map((line) => [line.order_line_id, line.quantity])),
  };
}

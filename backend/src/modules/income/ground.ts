/** What a posting for an order is computed on: read in one statement, so in one snapshot. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { OrderStanding } from "./standing";
import type { InTransit } from "./types";

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
  amendments: fen,
  first_capture: fen.nullable(),
  unattributed_fen: fen,
  in_transit: z.array(z.object({ credit_id: z.string(), amount_fen: fen })),
  leaves: z.array(leafRow),
  balances: z.array(balanceRow),
  lines: z.array(z.object({ order_line_id: z.string(), quantity: fen })),
});

const SQL = `
with standing as (select * from leaf_standing(:order_id))
select
  (select json_build_object('seq', seq, 'hash', input_hash) from ledger_transaction where idempotency_key = :key) as known,
  (select coalesce(max(movement_no), 0) from ledger_transaction where order_id = :order_id) as movements,
  (select count(*) from sale_amendment where order_id = :order_id) as amendments,
  (select min(seq) from ledger_transaction where order_id = :order_id and kind = 'capture') as first_capture,
  (select coalesce(json_agg(json_build_object('credit_id', h.credit_id, 'amount_fen', h.amount_fen) order by h.credit_id), '[]')
     from credit_hold h where h.order_id = :order_id) as in_transit,
  (select coalesce(sum(p.amount_fen), 0) from ledger_transaction t join ledger_posting p on p.transaction_seq = t.seq
    where t.order_id = :order_id and p.account_id = 'unattributed' and p.leaf_id is null) as unattributed_fen,
  (select coalesce(json_agg(json_build_object('id', l.id, 'order_line_id', l.order_line_id, 'part', l.part,
      'owner_id', l.owner_id, 'credit_id', l.credit_id, 'amount_fen', l.amount_fen - coalesce(v.fen, 0),
      'captured_fen', coalesce(s.captured_fen, 0), 'reversed_fen', coalesce(s.reversed_fen, 0)) order by l.id), '[]')
     from sale_leaf l left join standing s on s.leaf_id = l.id
     left join (select leaf_id, sum(amount_fen) as fen from sale_leaf_void where order_id = :order_id group by leaf_id) v
       on v.leaf_id = l.id
    where l.order_id = :order_id) as leaves,
  (select coalesce(json_agg(json_build_object('credit_id', b.credit_id, 'version', b.version,
      'expected', b.expected_fen, 'earned', b.earned_fen, 'settled', b.settled_fen, 'paid', b.paid_fen,
      'confirmed', b.confirmed_fen)), '[]') from credit_balance b where b.order_id = :order_id) as balances,
  coalesce((select json_agg(json_build_object('order_line_id', q.key, 'quantity', q.value))
              from (select quantities from sale_amendment where order_id = :order_id order by version desc, after_seq desc limit 1) a,
                   jsonb_each(a.quantities) q),
           (select json_agg(json_build_object('order_line_id', l.order_line_id, 'quantity', l.quantity))
              from sale_line l where l.order_id = :order_id), '[]') as lines`;

/** An order's standing, and what must still be true when the posting that was computed on it arrives. */
export interface Ground extends OrderStanding {
  /** The transaction of the asked key, when it was posted before. */
  known: { seq: number; hash: string } | null;
  /** How many captures, refunds and amending transactions the order has. */
  movements: number;
  /** How many changes the order's frozen sale has followed. */
  amendments: number;
  /** The transaction that a reversal of this order goes back to. */
  first_capture: number | null;
  /** What bank orders are carrying to households, and no refund takes back. */
  in_transit: readonly InTransit[];
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
  const { balances: _, lines: __, ...ground } = row;
  return {
    ...ground,
    balances: new Map(
      row.balances.map(({ credit_id, version: _version, ...held }) => [credit_id, held]),
    ),
    versions: Object.fromEntries(row.balances.map((b) => [b.credit_id, b.version])),
    quantities: new Map(row.lines.map((line) => [line.order_line_id, line.quantity])),
  };
}

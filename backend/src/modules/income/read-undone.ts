/** What a claim has left in the ledger which an order change cancels, and the refunds since. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { keptReversalSchema } from "./kept";
import type { OrderChange } from "./change-types";
import { NOTHING_UNDONE, undoneBy, type Undone } from "./undo-claim";

const fen = z.coerce.number().int();
const rowSchema = z.object({
  seq: fen,
  kind: z.string(),
  cause: z.string(),
  source_id: z.string().nullable(),
  bearers: keptReversalSchema.shape.bearers,
  postings: z.array(
    z.object({
      account_id: z.string(),
      leaf_id: z.string().nullable(),
      credit_id: z.string().nullable(),
      amount_fen: fen,
    }),
  ),
});

const SQL = `
select t.seq, t.kind, t.cause, t.source_id,
       coalesce(t.facts->'bearers', '[]') as bearers,
       (select coalesce(json_agg(json_build_object('account_id', p.account_id, 'leaf_id', p.leaf_id,
          'credit_id', p.credit_id, 'amount_fen', p.amount_fen) order by p.leg), '[]')
        from ledger_posting p where p.transaction_seq = t.seq) as postings
  from ledger_transaction t
 where t.order_id = ? and t.kind in ('refund', 'amend', 'claim')
 order by t.seq`;

/** Reads it; the claim's number is missing when there is no such claim, or it moved nothing. */
export async function readUndone(
  pg: Knex,
  change: Pick<OrderChange, "order_id" | "undoes">,
): Promise<Undone & { claim_seq?: number }> {
  if (change.undoes === null) return NOTHING_UNDONE;
  const { rows } = await pg.raw<{ rows: unknown[] }>(SQL, [change.order_id]);
  return undoneBy(change, z.array(rowSchema).parse(rows));
}

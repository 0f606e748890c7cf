/** What the ledger made of what the operator did: by transaction, by kind of account and state. */
import { z } from "zod";

import type { TestDatabase } from "../../support/postgres";
import { look } from "../ledger";
import { until } from "../shop";

const entryRow = z.object({
  kind: z.string(),
  cause: z.string().nullable(),
  reverses: z.string().nullable(),
  legs: z.record(z.string(), z.coerce.number()),
});
/** One transaction, its legs summed by kind of account and state. */
export type Entry = z.infer<typeof entryRow>;

/** The transactions of an order, in their order. */
export async function entriesOf(database: TestDatabase, order_id: string): Promise<Entry[]> {
  const sql = `select t.kind, t.cause, r.kind as reverses, jsonb_object_agg(l.account, l.fen) as legs
      from ledger_transaction t left join ledger_transaction r on r.seq = t.reverses_seq
      join (select transaction_seq, account_kind(account_id) || coalesce(':' || account_state(account_id), '') as account,
                   sum(amount_fen) as fen from ledger_posting group by 1, 2) l on l.transaction_seq = t.seq
     where t.order_id = $1 and t.kind in ('capture', 'refund', 'amend', 'claim')
     group by t.seq, r.kind order by t.seq`;
  return look(database, entryRow, sql, [order_id]);
}

/** Waits until an order has so many transactions of money. */
export async function untilEntries(
  database: TestDatabase,
  order_id: string,
  count: number,
): Promise<Entry[]> {
  return until(
    () => entriesOf(database, order_id),
    (entries) => entries.length >= count,
  );
}

const sumRow = z.object({ fen: z.coerce.number() });

/** What stands on `unattributed` for an order. */
export async function withoutGoods(database: TestDatabase, order_id: string): Promise<number> {
  const sql = `select coalesce(sum(p.amount_fen), 0) as fen from ledger_posting p
    where p.order_id = $1 and p.account_id = 'unattributed'`;
  const [row] = await look(database, sumRow, sql, [order_id]);
  return row?.fen ?? 0;
}

/** Waits until the ledger has followed so many changes of an order. */
export async function untilFollowed(
  database: TestDatabase,
  order_id: string,
  count: number,
): Promise<void> {
  const sql = "select count(*) as fen from sale_amendment where order_id = $1";
  await until(
    () => look(database, sumRow, sql, [order_id]),
    ([row]) => (row?.fen ?? 0) >= count,
  );
}

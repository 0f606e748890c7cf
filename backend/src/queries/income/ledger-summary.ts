/** The ledger in five figures, for the operator. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";

const count = z.coerce.number().int();
const row = z.object({
  transactions: count,
  postings: count,
  sum_fen: count,
  credited_fen: count,
  reversed_fen: count,
});

/**
 * Counts and sums of the ledger.
 *
 * @param scope container
 * @param day only what occurred on this day, Asia/Shanghai; everything when absent
 */
export async function ledgerSummary(
  scope: MedusaContainer,
  day: string | undefined,
): Promise<Reply<"GET /admin/ledger/summary">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select count(distinct t.seq) as transactions, count(p.leg) as postings, coalesce(sum(p.amount_fen), 0) as sum_fen,
            coalesce(sum(p.amount_fen) filter (where t.kind = 'capture' and p.amount_fen > 0), 0) as credited_fen,
            coalesce(-sum(p.amount_fen) filter (where t.kind = 'refund' and p.amount_fen < 0), 0) as reversed_fen
       from ledger_transaction t left join ledger_posting p on p.transaction_seq = t.seq
      where cast(:day as date) is null or (t.occurred_at at time zone 'Asia/Shanghai')::date = cast(:day as date)`,
    { day: day ?? null },
  );
  const [first] = z.array(row).parse(rows);
  return first ?? { transactions: 0, postings: 0, sum_fen: 0, credited_fen: 0, reversed_fen: 0 };
}

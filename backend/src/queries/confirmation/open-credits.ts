/** The money of a household that is paid and waits to be confirmed. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Fen } from "../../contract/fen";

const row = z.object({
  credit_id: z.string(),
  on: z.string(),
  title: z.string(),
  linkage: z.string(),
  cooperative: z.string(),
  reference: z.string().nullable(),
  amount_fen: z.coerce.number().int(),
});

/** One credit that was paid and not confirmed. */
export type OpenCredit = z.infer<typeof row>;

/**
 * Reads what waits for a household's word, the oldest first.
 *
 * @param scope container
 * @param household_id the household; the caller has checked that its file may be opened
 * @param credit_ids only these
 */
export async function openCredits(
  scope: MedusaContainer,
  household_id: string,
  credit_ids?: readonly string[],
): Promise<OpenCredit[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select b.credit_id, to_char(b.sold_on, 'YYYY-MM-DD') as on, c.linkage, b.paid_fen as amount_fen,
            coalesce(l.product_title, nullif(e.note, ''), e.period, '') as title, coalesce(k.name, '') as cooperative,
            (select t.facts->>'reference' from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq and t.kind = 'pay'
              where p.credit_id = b.credit_id order by t.seq desc limit 1) as reference
       from credit_balance b
       join income_credit c on c.id = b.credit_id
       left join sale_line l on l.order_line_id = b.order_line_id
       left join linkage_entry e on e.id = b.entry_id
       left join cooperative k on k.id = b.cooperative_id
      where b.household_id = :household_id and b.paid_fen > 0
        and (cast(:credit_ids as text[]) is null or b.credit_id = any(cast(:credit_ids as text[])))
      order by b.sold_on, b.credit_id
      limit 200`,
    { household_id, credit_ids: credit_ids ? [...credit_ids] : null },
  );
  return z.array(row).parse(rows);
}

/** The sum of some of them. */
export function sumOf(credits: readonly OpenCredit[]): Fen {
  return credits.reduce((sum, credit) => sum + credit.amount_fen, 0);
}

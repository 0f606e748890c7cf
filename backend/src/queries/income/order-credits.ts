/** Which household earned what from an order; for its buyer, so by alias and township only. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { reversalSchema } from "../../contract/reversal";
import type { Reply } from "../../contract/routes";
import { GIVEN_BACK, reversedNow } from "./given-back";
import { deductionsOf, deductionRow } from "./deductions";

const fen = z.coerce.number().int();

const row = deductionRow.extend({
  order_line_id: z.string(),
  household_alias: z.string(),
  division_name: z.string(),
  state: z.enum(["expected", "earned", "settled", "paid", "confirmed"]),
  gross_fen: fen,
  net_fen: fen,
  reversed_fen: fen,
  reversals: z.array(reversalSchema.extend({ amount_fen: fen })),
});

/**
 * Reads the credits of an order; the caller has checked that it may be read.
 *
 * @param scope container
 * @param order_id the order
 * @returns credits with their reversals; the total is net of reversals
 */
export async function orderCredits(
  scope: MedusaContainer,
  order_id: string,
): Promise<Reply<"GET /store/orders/:id/credits">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select regexp_replace(c.order_line_id, '-v[0-9]+$', '') as order_line_id, c.alias as household_alias, coalesce(t.name, '') as division_name, b.state,
            c.gross_fen, c.net_fen, b.reversed_fen, c.service_fen, c.packing_fen, c.freight_fen, c.platform_fen,
            l.cooperative_name,
            coalesce((select json_agg(json_build_object('at', to_json(t.occurred_at), 'amount_fen', -p.amount_fen,
                'cause', t.cause, 'borne_by', case account_kind(p.account_id) when 'household' then 'household'
                  when 'borne' then 'cooperative' else 'loss_pool' end) order by t.seq, p.leg)
               from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
              where p.credit_id = c.id and (p.amount_fen < 0 and t.kind in ('refund', 'amend', 'claim') or ${GIVEN_BACK})), '[]') as reversals
       from income_credit c
       join credit_balance b on b.credit_id = c.id
       join sale_line l on l.order_line_id = c.order_line_id
       left join division t on t.code = rpad(left(c.division_code, 9), 12, '0')
      where b.order_id = ? and b.credited_fen > 0
      order by 1, c.order_line_id, c.net_fen desc, c.household_id`,
    [order_id],
  );
  const credits = z
    .array(row)
    .parse(rows)
    .map((c) => ({ ...c, reversed_fen: reversedNow(c), deductions: deductionsOf(c) }));
  return {
    credits,
    total_net_fen: credits.reduce((sum, c) => sum + c.net_fen - c.reversed_fen, 0),
  };
}

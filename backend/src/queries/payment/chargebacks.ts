/** Chargebacks with their order and with what was booked for them. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { chargebackSchema } from "../../contract/chargeback";
import type { Query, Reply } from "../../contract/routes";
import { CHARGEBACK_TO_DO } from "../../modules/chargeback";

const instant = z.coerce.date().transform((at) => at.toISOString());
const row = chargebackSchema.extend({
  due_at: instant.nullable(),
  opened_at: instant,
  closed_at: instant.nullable(),
  done: z.object({ at: instant, note: z.string() }).nullable(),
});
const found = z.object({ count: z.int(), chargebacks: z.array(row) });

/** A page of them: what waits for a person comes first, then what is to be answered, then the newest. */
export async function listChargebacks(
  scope: MedusaContainer,
  { open, limit, offset }: Query<"GET /admin/chargebacks">,
): Promise<Reply<"GET /admin/chargebacks">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `with known as (select c.*, ${CHARGEBACK_TO_DO} as to_do from chargeback c),
     wanted as (select * from known where :open = '0' or closed_at is null or to_do is not null)
     select (select count(*)::int from wanted) as count, coalesce((select json_agg(x) from (
       select c.id, c.provider_id, c.intent_id, c.state, c.is_inquiry, c.reason, c.amount_fen, c.currency,
              c.due_at, c.opened_at, c.closed_at, c.to_do,
              case when c.fee_amount is not null
                then json_build_object('amount', c.fee_amount, 'currency', c.fee_currency) end as fee,
              case when c.done_at is not null
                then json_build_object('at', c.done_at, 'note', c.done_note) end as done,
              case when o.id is null then null
                else json_build_object('id', o.id, 'display_id', o.display_id) end as "order",
              case when r.id is null then null
                else json_build_object('amount_fen', round(r.amount * 100), 'seq', t.seq, 'loss_pool_fen',
                  coalesce((select -sum(g.amount_fen) from ledger_posting g
                            where g.transaction_seq = t.seq and g.account_id = 'loss_pool'), 0)) end as booked
         from (select * from wanted order by to_do is null, closed_at is not null, due_at nulls last, opened_at desc, id
                limit :limit offset :offset) c
         left join payment p on p.payment_session_id = c.session_id and p.deleted_at is null
         left join order_payment_collection k on k.payment_collection_id = p.payment_collection_id and k.deleted_at is null
         left join "order" o on o.id = k.order_id and o.deleted_at is null
         left join refund r on r.id = c.id and r.deleted_at is null
         left join ledger_transaction t on t.kind = 'refund' and t.source_id = r.id
        order by c.to_do is null, c.closed_at is not null, c.due_at nulls last, c.opened_at desc, c.id) x), '[]') as chargebacks`,
    { open, limit, offset },
  );
  const [page] = z.array(found).parse(rows);
  return page ?? { chargebacks: [], count: 0 };
}

/**
 * Books in an order what a crash left out: Medusa writes a capture or refund first and the order's own
 * transaction afterwards, so an order may be paid and not say so.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { addOrderTransactionStep } from "@medusajs/medusa/core-flows";

/** How old a capture or refund must be, in seconds: a younger one may still be on its way. */
export interface BookOrderMoneyInput {
  age_s: number;
}

interface Unbooked {
  order_id: string;
  amount: number;
  currency_code: string;
  reference: string;
  reference_id: string;
}

const SQL = `
select o.order_id, p.currency_code, m.reference, m.id as reference_id, m.amount::float8 as amount
  from (select id, payment_id, amount, created_at, 'capture' as reference from capture where deleted_at is null
        union all
        select id, payment_id, -amount, created_at, 'refund' from refund where deleted_at is null) m
  join payment p on p.id = m.payment_id
  join order_payment_collection o on o.payment_collection_id = p.payment_collection_id and o.deleted_at is null
 where m.created_at between now() - interval '30 days' and now() - make_interval(secs => :age_s)
   and not exists (select 1 from order_transaction t
                    where t.order_id = o.order_id and t.reference = m.reference and t.reference_id = m.id
                      and t.deleted_at is null)
 order by m.created_at limit 200`;

const findUnbookedStep = createStep(
  "find-unbooked",
  async ({ age_s }: BookOrderMoneyInput, { container }) => {
    const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
    const { rows } = await pg.raw<{ rows: Unbooked[] }>(SQL, { age_s });
    return new StepResponse(rows);
  },
);

/** Books captures and refunds that their order does not know; safe to run twice. */
export const bookOrderMoneyWorkflow = createWorkflow(
  "book-order-money",
  (input: BookOrderMoneyInput) => {
    const unbooked = findUnbookedStep(input);
    addOrderTransactionStep(unbooked);
    return new WorkflowResponse(transform({ unbooked }, (data) => data.unbooked.length));
  },
);

/**
 * Books in an order what a crash left out: Medusa writes a capture or refund first and the order's own
 * transaction afterwards, so an order may be paid and not say so.
 *
 * NOTE: the next refund of the same payment books the one that was left out as well, but with its own amount;
 * such a transaction is replaced.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { describe } from "../../log";
import { type Dated, oldEnough, oldOrAhead } from "./first-seen";
import { endDeadChange, findDeadChanges } from "./open-changes";
import { underOrderChangeLock } from "./order-lock";

/** How old a capture or refund must be, in seconds: a younger one may still be on its way. */
export interface BookOrderMoneyInput {
  age_s: number;
}

interface Unbooked extends Dated {
  order_id: string;
  amount: number;
  currency_code: string;
  reference: string;
  reference_id: string;
  /** Transactions of the same capture or refund with another amount. */
  wrong_ids: string[];
}

const SQL = `
select o.order_id, p.currency_code, m.reference, m.id as reference_id, m.amount::float8 as amount,
       coalesce(w.ids, '{}') as wrong_ids, m.created_at > now() as is_ahead
  from (select id, payment_id, amount, created_at, 'capture' as reference from capture where deleted_at is null
        union all
        select id, payment_id, -amount, created_at, 'refund' from refund where deleted_at is null) m
  join payment p on p.id = m.payment_id
  join order_payment_collection o on o.payment_collection_id = p.payment_collection_id and o.deleted_at is null
  left join lateral (
    select array_agg(t.id) filter (where t.amount <> m.amount) as ids, bool_or(t.amount = m.amount) as right
      from order_transaction t
     where t.order_id = o.order_id and t.reference = m.reference and t.reference_id = m.id and t.deleted_at is null) w on true
 where m.created_at > now() - interval '30 days'
   and ${oldOrAhead("m.created_at")}
   and (cast(:order_id as text) is null or o.order_id = :order_id)
   and w.right is not true
 order by m.created_at limit 200`;

// No undo: the books say what has happened.
const bookOrderMoneyStep = createStep(
  "book-order-money",
  async ({ age_s }: BookOrderMoneyInput, { container }) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    let booked = 0;
    const guarded = async (order_id: string, work: () => Promise<number>): Promise<void> => {
      try {
        booked += await underOrderChangeLock(container, order_id, work);
      } catch (error) {
        logger.warn(`books of order ${order_id}, again at the next sweep: ${describe(error)}`);
      }
    };
    const orders = new Set((await findUnbooked(container, age_s)).map((one) => one.order_id));
    for (const order_id of orders) {
      await guarded(order_id, () => bookMoneyOf(container, order_id, age_s));
    }
    for (const change of await findDeadChanges(container, age_s)) {
      await guarded(change.order_id, async () => {
        await endDeadChange(container, change);
        return 1;
      });
    }
    return new StepResponse(booked);
  },
);

/** Books captures and refunds that their order does not know; safe to run twice. */
export const bookOrderMoneyWorkflow = createWorkflow(
  "book-order-money",
  (input: BookOrderMoneyInput) => {
    return new WorkflowResponse(bookOrderMoneyStep(input));
  },
);

/**
 * The same for one order, whose changes the caller has locked.
 *
 * @param age_s how old a capture or refund must be
 * @returns how many were booked
 */
export async function bookMoneyOf(
  container: MedusaContainer,
  order_id: string,
  age_s: number,
): Promise<number> {
  const orders = container.resolve(Modules.ORDER);
  const unbooked = await findUnbooked(container, age_s, order_id);
  for (const { wrong_ids, is_ahead: _, ...transaction } of unbooked) {
    if (wrong_ids.length > 0) await orders.deleteOrderTransactions(wrong_ids);
    try {
      await orders.addOrderTransactions([transaction]);
    } catch (error) {
      // Whoever took the money may write it down in the same moment, for its completion holds the cart and not the
      // order: the second of the two finds it done.
      const left = await findUnbooked(container, 0, order_id);
      if (left.some((one) => one.reference_id === transaction.reference_id)) throw error;
    }
  }
  return unbooked.length;
}

async function findUnbooked(
  container: MedusaContainer,
  age_s: number,
  order_id: string | null = null,
): Promise<Unbooked[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Unbooked[] }>(SQL, { age_s, order_id });
  return oldEnough(rows, ({ reference_id }) => reference_id, age_s);
}

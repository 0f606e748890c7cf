/**
 * Before the operator cancels a claim, an exchange or a return over Medusa's own routes: Medusa cancels it first and
 * looks afterwards whether its goods have come back or gone out, and what it then takes back by itself it may leave
 * half done. The ledger would have followed meanwhile.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { paymentsOf } from "../../queries/income/unposted-payments";
import { refuse } from "../../refuse";
import { postPayment } from "../income/credit-order";
import { beginMoneyMove } from "./move-money";

/** What of an order can be cancelled: Medusa's table of it, and that of the goods that it sends out. */
const kinds = {
  claims: { table: "order_claim", sent: ["order_claim_item", "claim_id"], way: "c.return_id" },
  exchanges: {
    table: "order_exchange",
    sent: ["order_exchange_item", "exchange_id"],
    way: "c.return_id",
  },
  returns: { table: "return", sent: null, way: "c.id" },
} as const;
/** What of an order can be cancelled. */
export type Cancellable = keyof typeof kinds;

const factsRow = z.object({
  order_id: z.string(),
  return_id: z.string().nullable(),
  came_back: z.boolean(),
  went_out: z.boolean(),
  moved_on: z.boolean(),
});

function sqlOf(kind: Cancellable): string {
  const { table, sent, way } = kinds[kind];
  const out =
    sent === null
      ? "false"
      : `exists (select 1 from ${sent[0]} s join "order" o on o.id = c.order_id
           join order_item i on i.order_id = o.id and i.version = o.version and i.item_id = s.item_id and i.deleted_at is null
          where s.${sent[1]} = c.id and s.deleted_at is null and i.fulfilled_quantity > 0
            ${kind === "claims" ? "and s.is_additional_item" : ""})`;
  return `
select c.order_id, ${way} as return_id, ${out} as went_out,
  exists (select 1 from return_item r where r.return_id = ${way} and r.deleted_at is null
    and coalesce(r.received_quantity, 0) + coalesce(r.damaged_quantity, 0) > 0) as came_back,
  ${kind === "claims" ? MOVED_ON : "false"} as moved_on
  from "${table}" c where c.id = :id and c.deleted_at is null and c.canceled_at is null`;
}

/** Whether what a claim credited is no longer there as it was credited: expected, and nothing of it refunded. */
const MOVED_ON = `exists (
  select 1 from order_change h
    join ledger_transaction t on t.idempotency_key = 'claim:' || h.id || ':claim'
    join ledger_posting p on p.transaction_seq = t.seq and p.amount_fen > 0
    left join leaf_standing(c.order_id) s on s.leaf_id = p.leaf_id
    left join credit_balance b on b.credit_id = p.credit_id
   where h.claim_id = c.id and h.change_type = 'claim' and h.deleted_at is null
     and (s.captured_fen - s.reversed_fen is distinct from p.amount_fen or b.expected_fen < p.amount_fen))`;

/** A cancellation that may be made. */
export interface Begun {
  order_id: string;
  /** The return that goes with it. */
  return_id: string | null;
  /** To be called when it is done or not. */
  end: () => Promise<void>;
}

/**
 * Keeps an order from every change while one of its claims, exchanges or returns is cancelled, and brings the ledger
 * up to date first.
 *
 * @param kind what is cancelled
 * @param id of the claim, the exchange or the return
 * @returns null when there is nothing to cancel, which Medusa answers
 * @throws refusals `state_conflict` when somebody else has just cancelled it, `cancel_came_back` when its goods have come back, `cancel_sent` when a parcel was made of what it
 *   sends, `cancel_moved_on` when what a claim credited was refunded or has moved on; `order_change_open`, `in_progress`
 */
export async function beginCancellation(
  container: MedusaContainer,
  kind: Cancellable,
  id: string,
): Promise<Begun | null> {
  const found = await readFacts(container, kind, id);
  if (!found) return null;
  const end = await beginMoneyMove(container, found.order_id);
  try {
    // What was refunded a moment ago was refunded while this stood, whoever the ledger hears of first.
    for (const payment_id of await paymentsOf(container, found.order_id))
      await postPayment(container, payment_id);
    // Once more, for now nothing of it can change.
    const facts = await readFacts(container, kind, id);
    // Somebody else has cancelled it a moment ago.
    if (!facts) throw refuse("state_conflict");
    if (facts.came_back) throw refuse("cancel_came_back");
    if (facts.went_out) throw refuse("cancel_sent");
    if (facts.moved_on) throw refuse("cancel_moved_on");
    return { order_id: found.order_id, return_id: found.return_id, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function readFacts(container: MedusaContainer, kind: Cancellable, id: string) {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(sqlOf(kind), { id });
  return z.array(factsRow).parse(rows)[0];
}

/**
 * Before the operator gives money of an order back over Medusa's own routes: Medusa pays first and notes it on
 * the order afterwards, and where it cannot note it, it answers that nothing was done.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

import { refuse } from "../../refuse";
import { bookMoneyOf } from "./book-order-money";
import { hasOpenChange } from "./open-changes";

/** Longer than a refund takes, in seconds; a process that dies lets go at once. */
const LEASE_S = 60;
const TRIES = 25;
const PAUSE_MS = 200;

/**
 * Keeps an order from every change while its money moves, and brings its books up to date first.
 *
 * @returns to be called when the money has moved or not
 * @throws refusal `order_change_open` while an edit, a return or the like is open; `in_progress` while one is
 *   being made
 */
export async function beginMoneyMove(
  container: MedusaContainer,
  order_id: string,
): Promise<() => Promise<void>> {
  const locking = container.resolve(Modules.LOCKING);
  const ownerId = `money-move:${randomUUID()}`;
  await waitFor(() => locking.acquire([order_id], { ownerId, expire: LEASE_S }));
  const end = async (): Promise<void> => {
    await locking.release([order_id], { ownerId });
  };
  try {
    if (await hasOpenChange(container, order_id)) throw refuse("order_change_open");
    await bookMoneyOf(container, order_id, 0);
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}

/** A sweep or another change is done in a moment. */
async function waitFor(acquire: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await acquire();
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

/** The order that a payment is for; null when it has none. */
export async function orderOfPayment(
  container: MedusaContainer,
  payment_id: string,
): Promise<string | null> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { order_id: string }[] }>(
    `select l.order_id from payment p join order_payment_collection l
       on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
      where p.id = :payment_id and p.deleted_at is null limit 1`,
    { payment_id },
  );
  return rows[0]?.order_id ?? null;
}

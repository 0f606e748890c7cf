/**
 * Open changes of orders (an edit that was begun, a return that was asked for). Medusa lets an order have one at
 * a time, and its refunds and cancellations begin one of their own after the money has moved: beside an open
 * change they fail half done.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { cancelReturnRequestWorkflow } from "@medusajs/medusa/core-flows";

import { type Dated, oldEnough, oldOrAhead } from "./first-seen";

/** Who begins the returns that a buyer asks for in one call. */
export const BUYER = "buyer";

interface Rows<T> {
  rows: T[];
}

const OPEN = `select c.id, c.order_id from order_change c
  where c.status in ('pending', 'requested') and c.deleted_at is null`;

/** Whether a change of an order is open. */
export async function hasOpenChange(
  container: MedusaContainer,
  order_id: string,
): Promise<boolean> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<unknown>>(`${OPEN} and c.order_id = :order_id limit 1`, {
    order_id,
  });
  return found.rows.length > 0;
}

/** Gives up what was begun on an order that is about to be cancelled. */
export async function closeOpenChanges(
  container: MedusaContainer,
  order_id: string,
): Promise<void> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<{ id: string }>>(`${OPEN} and c.order_id = :order_id`, {
    order_id,
  });
  const ids = found.rows.map((row) => row.id);
  if (ids.length > 0) await container.resolve(Modules.ORDER).cancelOrderChange(ids);
}

/**
 * A change that only lives within one call, and so has died when it is open for longer; it keeps its order from
 * every other change.
 */
interface DeadChange extends Dated {
  id: string;
  order_id: string;
  /** A buyer's return; null for Medusa's note of a refund as a credit of the order. */
  return_id: string | null;
  /** Whether it says already what is changed. */
  filled: boolean;
}

/** @param age_s how long ago it must have been begun */
export async function findDeadChanges(
  container: MedusaContainer,
  age_s: number,
): Promise<DeadChange[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<DeadChange>>(
    `select c.id, c.order_id, c.return_id, c.created_at > now() as is_ahead,
       exists (select 1 from order_change_action a where a.order_change_id = c.id and a.deleted_at is null) as filled
       from order_change c
      where c.status in ('pending', 'requested') and c.deleted_at is null
        and (c.change_type = 'credit_line' or c.change_type = 'return_request' and c.created_by = :buyer)
        and ${oldOrAhead("c.created_at")}
      order by c.created_at limit 50`,
    { age_s, buyer: BUYER },
  );
  return oldEnough(found.rows, ({ id }) => id, age_s);
}

/**
 * Ends a change that died. A credit is finished, for the refund that it notes was given; one that says nothing
 * yet is given up. A return is given up: its buyer was told that it failed.
 */
export async function endDeadChange(
  container: MedusaContainer,
  { id, return_id, filled }: DeadChange,
): Promise<void> {
  if (return_id) {
    await cancelReturnRequestWorkflow(container).run({ input: { return_id } });
    return;
  }
  const orders = container.resolve(Modules.ORDER);
  await (filled ? orders.confirmOrderChange(id) : orders.cancelOrderChange(id));
}

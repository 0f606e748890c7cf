/**
 * Open changes of orders (an edit that was begun, a return that was asked for). Medusa lets an order have one at
 * a time, and its refunds and cancellations begin one of their own after the money has moved: beside an open
 * change they fail half done.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

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
 * Changes by which Medusa notes a refund as a credit of the order: made, filled and confirmed in one go, so
 * one that is open for longer has died, and keeps the order from every other change.
 */
interface DeadCredit {
  id: string;
  order_id: string;
  /** Whether it says already what is credited. */
  filled: boolean;
}

/** @param age_s how long ago it must have been begun */
export async function findDeadCredits(
  container: MedusaContainer,
  age_s: number,
): Promise<DeadCredit[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<DeadCredit>>(
    `select c.id, c.order_id,
       exists (select 1 from order_change_action a where a.order_change_id = c.id and a.deleted_at is null) as filled
       from order_change c
      where c.status = 'pending' and c.change_type = 'credit_line' and c.deleted_at is null
        and c.created_at < now() - make_interval(secs => :age_s)
      order by c.created_at limit 50`,
    { age_s },
  );
  return found.rows;
}

/** Finishes a credit that died: the refund that it notes was given. One that says nothing yet is given up. */
export async function finishDeadCredit(
  container: MedusaContainer,
  { id, filled }: DeadCredit,
): Promise<void> {
  const orders = container.resolve(Modules.ORDER);
  await (filled ? orders.confirmOrderChange(id) : orders.cancelOrderChange(id));
}

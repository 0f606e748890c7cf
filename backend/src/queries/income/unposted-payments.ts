/** Which payments have a capture or a refund that the ledger does not know: the truth behind lost events. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

const SQL = `
select p.id from (
  select p.id from payment p
    join order_payment_collection o on o.payment_collection_id = p.payment_collection_id and o.deleted_at is null
  union
  -- Paid carts that became no order, once their money is given back.
  select p.id from refund r join payment p on p.id = r.payment_id
   where r.deleted_at is null and not exists (select 1 from order_payment_collection o
     where o.payment_collection_id = p.payment_collection_id and o.deleted_at is null)) p
 where exists (
         select 1 from capture c
          where c.payment_id = p.id and c.deleted_at is null
            and not exists (select 1 from ledger_transaction t where t.idempotency_key = 'capture:' || c.id))
    or exists (
         select 1 from refund r
          where r.payment_id = p.id and r.deleted_at is null
            and not exists (select 1 from ledger_transaction t where t.idempotency_key = 'refund:' || r.id))
 order by p.id
 limit ?`;

/**
 * Finds payments to post.
 *
 * @param scope container
 * @param limit at most so many, 1 to 1,000
 * @returns payment ids
 */
export async function unpostedPayments(scope: MedusaContainer, limit: number): Promise<string[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { id: string }[] }>(SQL, [limit]);
  return rows.map((row) => row.id);
}

/** The payments of an order. */
export async function paymentsOf(scope: MedusaContainer, order_id: string): Promise<string[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { id: string }[] }>(
    `select p.id from order_payment_collection o
       join payment p on p.payment_collection_id = o.payment_collection_id and p.deleted_at is null
      where o.order_id = ? and o.deleted_at is null order by p.id`,
    [order_id],
  );
  return rows.map((row) => row.id);
}

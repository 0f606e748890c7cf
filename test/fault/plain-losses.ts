/** What an unmodified Medusa loses, as questions to its database. */

/** What is wrong in the end, by what a shopkeeper would call it. */
export const LOSSES: Record<string, string> = {
  "orders older than a minute without any payment": `select count(*) from "order" o where o.status <> 'canceled' and o.deleted_at is null
      and o.created_at < now() - interval '60 seconds' and not exists (
        select 1 from order_payment_collection l join payment p on p.payment_collection_id = l.payment_collection_id
         where l.order_id = o.id and l.deleted_at is null and p.deleted_at is null and p.canceled_at is null)`,
  "payments without an order": `select count(*) from payment p where p.deleted_at is null and p.canceled_at is null and not exists (
        select 1 from order_payment_collection l join "order" o on o.id = l.order_id and o.status <> 'canceled'
         where l.payment_collection_id = p.payment_collection_id and l.deleted_at is null)`,
  "carts that became two orders": `select count(*) from (select cart_id from order_cart where deleted_at is null group by 1 having count(*) > 1) c`,
  "paid orders that no subscriber was told of": `select count(*) from order_payment_collection l join payment p on p.payment_collection_id = l.payment_collection_id
      where l.deleted_at is null and p.deleted_at is null and l.order_id not in (select order_id from heard)`,
  "captures that their order's books do not know": `select count(*) from capture c where c.deleted_at is null and not exists (
        select 1 from order_transaction t where t.reference_id = c.id and t.deleted_at is null)`,
  "goods reserved for no live order": `select coalesce(sum(r.quantity), 0) as count from reservation_item r where r.deleted_at is null and not exists (
        select 1 from order_item i join "order" o on o.id = i.order_id and o.status <> 'canceled' and o.deleted_at is null
         where i.item_id = r.line_item_id and i.deleted_at is null)`,
};

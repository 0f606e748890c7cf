/**
 * `yigou_settle_order(asked)`: what the payment house said of a plain purchase, in the payment's books, the order's and
 * the buyer's, as one transaction.
 *
 * The session's row is locked by this and by the undoing: one of the two comes first, and the other finds it done.
 */
export const SETTLING = `
create or replace function yigou_settle_order(asked jsonb) returns text language plpgsql
  set plan_cache_mode = force_generic_plan as $$
declare
  ids constant jsonb := asked -> 'ids';
  said constant text := asked ->> 'status';
  taken constant boolean := said = 'captured';
  nil constant jsonb := yigou_raw(0);
  session record;
begin
  select s.id, s.amount, s.raw_amount, s.currency_code, s.provider_id into session
    from payment_session s where s.id = ids ->> 'session' and s.deleted_at is null for update;
  perform from order_cart l join "order" o on o.id = l.order_id and o.deleted_at is null and o.status <> 'canceled'
    where session.id is not null and l.cart_id = ids ->> 'cart' and l.order_id = ids ->> 'order' and l.deleted_at is null;
  if not found then raise exception 'yigou:order_gone' using errcode = 'no_data_found'; end if;

  update payment_session set data = asked -> 'data', updated_at = now(),
      status = case when taken then 'authorized' else said end,
      authorized_at = case when said in ('captured', 'authorized') then now() end
    where id = session.id;
  if said not in ('captured', 'authorized', 'pending_authorization') then return 'refused'; end if;

  if said <> 'pending_authorization' then
    insert into payment (id, amount, raw_amount, currency_code, provider_id, data, captured_at, payment_collection_id, payment_session_id)
      values (ids ->> 'payment', session.amount, session.raw_amount, session.currency_code, session.provider_id,
        asked -> 'data', case when taken then now() end, ids ->> 'collection', session.id);
  end if;
  if taken then
    insert into capture (id, amount, raw_amount, payment_id)
      values (ids ->> 'capture', session.amount, session.raw_amount, ids ->> 'payment');
    -- What was paid is paid, whatever becomes of the order's own books: the sweep book-order-money brings them up to date.
    begin
      insert into order_transaction (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id)
        values (ids ->> 'transaction', ids ->> 'order', 1, session.amount, session.raw_amount, session.currency_code,
          'capture', ids ->> 'capture');
      update order_summary set updated_at = now(), totals = totals || jsonb_build_object(
          'paid_total', session.amount, 'raw_paid_total', session.raw_amount, 'transaction_total', session.amount,
          'raw_transaction_total', session.raw_amount, 'pending_difference', 0, 'raw_pending_difference', nil)
        where order_id = ids ->> 'order' and version = 1 and deleted_at is null;
    exception when others then
      raise warning 'books of % are behind: %', ids ->> 'order', sqlerrm;
    end;
  end if;
  update payment_collection c set updated_at = now(), refunded_amount = 0, raw_refunded_amount = nil,
      authorized_amount = case said when 'pending_authorization' then 0 else session.amount end,
      raw_authorized_amount = case said when 'pending_authorization' then nil else session.raw_amount end,
      captured_amount = case when taken then session.amount else 0 end,
      raw_captured_amount = case when taken then session.raw_amount else nil end,
      completed_at = case when taken then now() end,
      status = case said when 'captured' then 'completed' when 'authorized' then 'authorized' else 'awaiting' end
    where c.id = ids ->> 'collection';

  insert into order_buyer (order_id, access_token_hash, work_unit_id, transfer_reference)
    values (ids ->> 'order', asked ->> 'access_token_hash', asked ->> 'work_unit_id', asked ->> 'transfer_reference')
    on conflict (order_id) do nothing;
  update checkout set cart_id = ids ->> 'cart', order_id = ids ->> 'order', updated_at = now()
    where id = asked ->> 'claim_id';
  return 'settled';
end $$`;

/**
 * `yigou_unplace_order(ids)`: takes an order back that nobody has paid, as Medusa's completion undoes itself: the order
 * and its reservations are gone, the cart is open again.
 *
 * Answers false when the order is paid or waits for its money: then it stays.
 */
export const UNPLACING = `
create or replace function yigou_unplace_order(ids jsonb) returns boolean language plpgsql
  set plan_cache_mode = force_generic_plan as $$
declare
  lines text[];
begin
  perform from payment_session s where s.id = ids ->> 'session' for update;
  if exists (select 1 from payment p where p.payment_session_id = ids ->> 'session' and p.deleted_at is null)
     or exists (select 1 from payment_session s where s.id = ids ->> 'session' and s.status = 'pending_authorization') then
    return false;
  end if;
  select array_agg(i.item_id) into lines from order_item i where i.order_id = ids ->> 'order';
  -- The levels in the order in which a purchase takes them: taking back waits for nobody in a circle.
  perform from inventory_level n where n.deleted_at is null and (n.inventory_item_id, n.location_id) in (
      select r.inventory_item_id, r.location_id from reservation_item r where r.line_item_id = any (lines))
    order by n.id for update;
  delete from reservation_item where line_item_id = any (lines);
  delete from order_cart where order_id = ids ->> 'order' and cart_id = ids ->> 'cart';
  delete from order_payment_collection where order_id = ids ->> 'order' and payment_collection_id = ids ->> 'collection';
  delete from order_summary where order_id = ids ->> 'order';
  delete from order_shipping where order_id = ids ->> 'order';
  delete from order_shipping_method where id = ids ->> 'delivery';
  delete from order_item where order_id = ids ->> 'order';
  delete from order_line_item where id = any (lines);
  delete from "order" where id = ids ->> 'order';
  delete from order_address where id in (ids ->> 'ship_to', ids ->> 'bill_to');
  update cart set completed_at = null, updated_at = now() where id = ids ->> 'cart';
  return true;
end $$`;

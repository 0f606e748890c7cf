/**
 * Stock that cannot be sold twice. The database sums the reservations under the lock of the level's row;
 * what the application believes the sum to be is overwritten, so no update is lost.
 *
 * NOTE: a plain CHECK (reserved <= stocked) would refuse every shipment: Medusa lowers the stock first
 * and drops the reservation afterwards. So the guard bites where reservations grow.
 */
import type { ExecArgs } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

const statements = [
  `create or replace function yigou_reserved(item text, place text) returns numeric language sql volatile as $$
     select coalesce(sum(quantity), 0) from reservation_item
     where inventory_item_id = item and location_id = place and deleted_at is null
   $$`,

  `create or replace function yigou_guard_reservation() returns trigger language plpgsql as $$
   declare
     level record;
     reserved numeric;
     grows boolean;
   begin
     if tg_op <> 'DELETE' then
       select id, stocked_quantity into level from inventory_level
         where inventory_item_id = new.inventory_item_id and location_id = new.location_id and deleted_at is null
         for update;
       grows := new.deleted_at is null and (
         tg_op = 'INSERT' or old.deleted_at is not null or new.quantity > old.quantity
         or new.location_id <> old.location_id or new.inventory_item_id <> old.inventory_item_id);
       reserved := yigou_reserved(new.inventory_item_id, new.location_id);
       if grows and not coalesce(new.allow_backorder, false) and reserved > coalesce(level.stocked_quantity, 0) then
         raise exception 'yigou:sold_out' using errcode = 'check_violation';
       end if;
       update inventory_level set reserved_quantity = reserved where id = level.id and reserved_quantity <> reserved;
     end if;
     if tg_op = 'DELETE' or (tg_op = 'UPDATE' and
        (new.location_id <> old.location_id or new.inventory_item_id <> old.inventory_item_id)) then
       update inventory_level set reserved_quantity = yigou_reserved(old.inventory_item_id, old.location_id)
         where inventory_item_id = old.inventory_item_id and location_id = old.location_id and deleted_at is null;
     end if;
     return null;
   end $$`,

  `create or replace function yigou_sum_level() returns trigger language plpgsql as $$
   begin
     new.reserved_quantity := yigou_reserved(new.inventory_item_id, new.location_id);
     new.raw_reserved_quantity := jsonb_build_object(
       'value', trim_scale(new.reserved_quantity)::text, 'precision', 20);
     return new;
   end $$`,

  `drop trigger if exists yigou_guard_reservation on reservation_item`,
  `create trigger yigou_guard_reservation after insert or update or delete on reservation_item
   for each row execute function yigou_guard_reservation()`,
  `drop trigger if exists yigou_sum_level on inventory_level`,
  `create trigger yigou_sum_level before update of reserved_quantity, raw_reserved_quantity on inventory_level
   for each row execute function yigou_sum_level()`,
];

export default async function stockGuard({ container }: ExecArgs): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  await pg.transaction(async (trx) => {
    for (const statement of statements) await trx.raw(statement);
  });
}

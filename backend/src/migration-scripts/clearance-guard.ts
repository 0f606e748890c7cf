/**
 * So many units of a clearance offer and no more. Runs where stock is reserved, which every way to an order
 * passes: the row of the offer is locked, the units of standing orders are summed, the sale is written.
 *
 * NOTE: an offer that has just ended still counts. The last unit ends it at once, and whoever was completing a
 * cart at its price meanwhile must find it sold out, not gone.
 */
import type { ExecArgs } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

const statements = [
  `create or replace function yigou_guard_clearance() returns trigger language plpgsql as $$
   declare
     line record;
     offer record;
     sold numeric;
     units int;
   begin
     select li.id, li.variant_id, li.unit_price into line from order_line_item li where li.id = new.line_item_id;
     if not found then return null; end if;
     select c.id, c.quantity into offer from clearance_offer c
       where c.variant_id = line.variant_id and c.price_fen = round(line.unit_price * 100)
         and (c.state = 'open' or c.state = 'ended' and c.ended_at > now() - interval '10 minutes')
       order by c.state = 'open' desc, c.created_at desc limit 1
       for update;
     if not found then return null; end if;
     select oi.order_id, oi.quantity into line from order_item oi
       where oi.item_id = new.line_item_id and oi.deleted_at is null order by oi.version desc limit 1;
     if not found then return null; end if;
     select coalesce(sum(s.quantity), 0) into sold from clearance_sale s
       join order_line_item li on li.id = s.order_line_id
       join "order" o on o.id = s.order_id and o.status <> 'canceled' and o.deleted_at is null
       where s.offer_id = offer.id and s.order_line_id <> new.line_item_id;
     units := ceil(line.quantity);
     if sold + units > offer.quantity then
       raise exception 'yigou:clearance_sold_out' using errcode = 'check_violation';
     end if;
     insert into clearance_sale (order_line_id, order_id, offer_id, quantity)
       values (new.line_item_id, line.order_id, offer.id, units) on conflict (order_line_id) do nothing;
     return null;
   end $$`,
  `drop trigger if exists yigou_guard_clearance on reservation_item`,
  `create trigger yigou_guard_clearance after insert on reservation_item
   for each row when (new.line_item_id is not null) execute function yigou_guard_clearance()`,
];

export default async function clearanceGuard({ container }: ExecArgs): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  await pg.transaction(async (trx) => {
    for (const statement of statements) await trx.raw(statement);
  });
}

/**
 * Makes reservations what live orders need, after a crash in the middle of an edit, a shipment or a
 * cancellation: Medusa writes the order first and its reservations afterwards.
 */
import { randomUUID } from "node:crypto";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { describe } from "../../log";
import { underOrderChangeLock } from "../order/order-lock";
import { type Discrepancy, findDiscrepancies, findDiscrepancy } from "./open-needs";

/**
 * Mends what differs.
 *
 * @param age_s how long, in seconds, nobody may have touched a line before it is mended
 * @returns how many lines were mended
 */
export async function mendReservations(container: MedusaContainer, age_s: number): Promise<number> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  let mended = 0;
  for (const found of await findDiscrepancies(pg, age_s)) {
    const { line_id, inventory_item_id, needed, reserved } = found;
    const what = `line ${line_id}, item ${inventory_item_id}: ${reserved} reserved, ${needed} needed`;
    try {
      const isMended = await underOrderChangeLock(container, found.order_id || line_id, () =>
        mend(container, found, age_s),
      );
      if (!isMended) continue;
      mended += 1;
      logger.info(`reservations mended, ${what}`);
    } catch (error) {
      logger.warn(`reservations, again at the next sweep, ${what}: ${describe(error)}`);
    }
  }
  return mended;
}

/** Looks again under the locks of the order and of the item's stock, and writes only what is still wrong. */
async function mend(
  container: MedusaContainer,
  found: Discrepancy,
  age_s: number,
): Promise<boolean> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { order_id, inventory_item_id } = found;
  return pg.transaction(async (trx) => {
    await trx.raw(`select 1 from "order" where id = :order_id for update`, { order_id });
    await trx.raw(
      `select 1 from inventory_level where inventory_item_id = :inventory_item_id and deleted_at is null
       order by id for update`,
      { inventory_item_id },
    );
    const now = await findDiscrepancy(trx, found, age_s);
    if (!now) return false;
    if (now.reserved > now.needed) await release(trx, now);
    else await reserve(trx, now);
    return true;
  });
}

/** The newest reservations give back first; the last one is made smaller. */
async function release(trx: Knex, { line_id, inventory_item_id, needed }: Discrepancy) {
  await trx.raw(
    `with kept as (
       select id, quantity, least(quantity, greatest(:needed - (sum(quantity) over (order by created_at, id) - quantity), 0))::numeric as keeps
         from reservation_item
        where line_item_id = :line_id and inventory_item_id = :inventory_item_id and deleted_at is null)
     update reservation_item r
        set quantity = case when k.keeps = 0 then r.quantity else k.keeps end,
            raw_quantity = case when k.keeps = 0 then r.raw_quantity
              else jsonb_build_object('value', trim_scale(k.keeps)::text, 'precision', 20) end,
            deleted_at = case when k.keeps = 0 then now() end, updated_at = now()
       from kept k where k.id = r.id and k.keeps <> k.quantity`,
    { line_id, inventory_item_id, needed },
  );
}

/**
 * Reserves what is missing, where the line had its goods before, or else where most of them are.
 *
 * @throws `yigou:sold_out` of the stock guard when there is not enough: then the order waits for goods
 */
async function reserve(trx: Knex, now: Discrepancy) {
  await trx.raw(
    `insert into reservation_item
       (id, line_item_id, inventory_item_id, location_id, quantity, raw_quantity, allow_backorder, created_by)
     select :id, :line_id, :inventory_item_id, v.location_id, cast(:missing as numeric),
            jsonb_build_object('value', trim_scale(cast(:missing as numeric))::text, 'precision', 20),
            coalesce((select p.allow_backorder from order_line_item l join product_variant p on p.id = l.variant_id
                       where l.id = :line_id), false), 'mend-reservations'
       from inventory_level v
      where v.inventory_item_id = :inventory_item_id and v.deleted_at is null
      order by exists (select 1 from reservation_item r where r.line_item_id = :line_id
                        and r.inventory_item_id = v.inventory_item_id and r.location_id = v.location_id) desc,
               v.stocked_quantity - v.reserved_quantity desc
      limit 1`,
    {
      id: `resitem_${randomUUID().replaceAll("-", "")}`,
      line_id: now.line_id,
      inventory_item_id: now.inventory_item_id,
      missing: now.needed - now.reserved,
    },
  );
}

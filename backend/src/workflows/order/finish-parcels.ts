/**
 * Finishes parcels whose packing died: Medusa takes their goods from stock, and then notes them on the order's
 * lines and links them with the order side by side, so one of the two may be missing.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

import { describe } from "../../log";
import { type Dated, oldEnough, oldOrAhead } from "./first-seen";
import { underOrderChangeLock } from "./order-lock";

interface HalfParcel extends Dated {
  order_id: string;
  fulfillment_id: string;
  /** What is missing: the link with the order, or the note on its lines. */
  missing: "link" | "note";
  items: { id: string; quantity: number }[];
}

const NOTED = `select 1 from order_change c join order_change_action a on a.order_change_id = c.id
  where c.order_id = l.order_id and a.action = 'FULFILL_ITEM' and a.reference_id = l.fulfillment_id
    and a.deleted_at is null`;

const SQL = `
with half as (
  select c.order_id, a.reference_id as fulfillment_id, 'link' as missing, bool_and(a.created_at > now()) as is_ahead
    from order_change_action a join order_change c on c.id = a.order_change_id
   where a.action = 'FULFILL_ITEM' and a.reference = 'fulfillment' and a.deleted_at is null
     and a.created_at > now() - interval '1 day' and ${oldOrAhead("a.created_at")}
     and not exists (select 1 from order_fulfillment l where l.fulfillment_id = a.reference_id)
   group by 1, 2
  union all
  select l.order_id, l.fulfillment_id, 'note', l.created_at > now() from order_fulfillment l
   where l.deleted_at is null
     and l.created_at > now() - interval '1 day' and ${oldOrAhead("l.created_at")}
     and not exists (${NOTED}))
select h.order_id, h.fulfillment_id, h.missing, h.is_ahead, coalesce((
    select jsonb_agg(jsonb_build_object('id', x.id, 'quantity', x.units)) from (
      select fi.line_item_id as id, max(fi.quantity / coalesce(s.required_quantity, 1)) as units
        from fulfillment_item fi
        join order_line_item li on li.id = fi.line_item_id
        left join product_variant_inventory_item s on s.variant_id = li.variant_id
          and s.inventory_item_id = fi.inventory_item_id and s.deleted_at is null
       where fi.fulfillment_id = f.id and fi.deleted_at is null group by 1) x), '[]') as items
  from half h
  join fulfillment f on f.id = h.fulfillment_id and f.deleted_at is null and f.canceled_at is null
 where cast(:order_id as text) is null or h.order_id = :order_id
 limit 50`;

/**
 * Finishes the half parcels of all orders.
 *
 * @param age_s how long ago they must have been packed
 * @returns how many were finished
 */
export async function finishParcels(container: MedusaContainer, age_s: number): Promise<number> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  let finished = 0;
  for (const { order_id } of await findHalfParcels(container, age_s)) {
    try {
      finished += await underOrderChangeLock(container, order_id, () =>
        finishParcelsOf(container, order_id, age_s),
      );
    } catch (error) {
      logger.warn(`parcels of order ${order_id}, again at the next sweep: ${describe(error)}`);
    }
  }
  return finished;
}

/** The same for one order, whose goods the caller has locked. */
export async function finishParcelsOf(
  container: MedusaContainer,
  order_id: string,
  age_s: number,
): Promise<number> {
  const parcels = await findHalfParcels(container, age_s, order_id);
  for (const { fulfillment_id, missing, items } of parcels) {
    if (missing === "link") {
      const link = { [Modules.ORDER]: { order_id }, [Modules.FULFILLMENT]: { fulfillment_id } };
      await container.resolve(ContainerRegistrationKeys.LINK).create(link);
    } else {
      const note = {
        order_id,
        reference: Modules.FULFILLMENT,
        reference_id: fulfillment_id,
        items,
      };
      await container.resolve(Modules.ORDER).registerFulfillment(note);
    }
  }
  return parcels.length;
}

async function findHalfParcels(
  container: MedusaContainer,
  age_s: number,
  order_id: string | null = null,
): Promise<HalfParcel[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: HalfParcel[] }>(SQL, { age_s, order_id });
  return oldEnough(rows, ({ fulfillment_id, missing }) => `${missing} ${fulfillment_id}`, age_s);
}

/** What the lines of live orders still need from stock, beside what is reserved for them. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { type Dated, oldEnough, oldOrAhead } from "../order/first-seen";

/** A line of an order whose reservations of one inventory item are not what it needs. */
export interface Discrepancy extends Dated {
  order_id: string;
  line_id: string;
  inventory_item_id: string;
  needed: number;
  reserved: number;
  /** When something of the line was changed last, as the database writes it; null when nothing bears a date. */
  changed_at: string | null;
}

interface Rows<T> {
  rows: T[];
}

/** Lines of live orders that the last day has touched: their units, or their reservations, or their order's end. */
const TOUCHED = `
select item_id as line_id from order_item where updated_at > now() - interval '1 day'
union
select line_item_id from reservation_item
 where line_item_id is not null and greatest(updated_at, deleted_at) > now() - interval '1 day'
union
select i.item_id from "order" o join order_item i on i.order_id = o.id and i.deleted_at is null
 where o.status = 'canceled' and o.canceled_at > now() - interval '1 day'`;

/**
 * NOTE: only goods whose stock is counted, of orders that were placed. A line of a cancelled or vanished order
 * needs nothing. A line that was changed a moment ago is left alone: whoever changes it may not be done.
 */
const comparison = (lines: string): string => `
with touched as (${lines}),
line as (
  select t.line_id, l.variant_id, o.id as order_id, coalesce(o.status <> 'canceled', false) as is_live,
         i.quantity - i.fulfilled_quantity as left_over, greatest(o.updated_at, i.updated_at) as changed_at
    from touched t
    left join order_line_item l on l.id = t.line_id
    left join lateral (
      select i.*, o.id as of_order from order_item i
        join "order" o on o.id = i.order_id and o.version = i.version and o.deleted_at is null
       where i.item_id = l.id and i.deleted_at is null limit 1) i on true
    left join "order" o on o.id = i.of_order
   where o.id is null or not (o.is_draft_order or o.status = 'draft')),
pair as (
  select line.*, s.inventory_item_id, greatest(line.left_over, 0) * s.required_quantity as needed
    from line
    join product_variant v on v.id = line.variant_id and v.manage_inventory
    join product_variant_inventory_item s on s.variant_id = v.id and s.deleted_at is null
   where line.is_live
  union all
  select line.*, r.inventory_item_id, 0
    from line
    cross join lateral (select distinct inventory_item_id from reservation_item
                         where line_item_id = line.line_id and deleted_at is null) r
   where not line.is_live),
compared as (
  select p.order_id, p.line_id, p.inventory_item_id, p.needed, r.reserved,
         greatest(p.changed_at, r.changed_at) as changed_at
    from pair p
    cross join lateral (
      select coalesce(sum(quantity) filter (where deleted_at is null), 0) as reserved,
             max(greatest(updated_at, deleted_at)) as changed_at
        from reservation_item where line_item_id = p.line_id and inventory_item_id = p.inventory_item_id) r)
select coalesce(order_id, '') as order_id, line_id, inventory_item_id,
       needed::float8 as needed, reserved::float8 as reserved,
       changed_at::text as changed_at, coalesce(changed_at > now(), false) as is_ahead
  from compared
 where needed <> reserved and (changed_at is null or ${oldOrAhead("changed_at")})`;

const EVERY = `${comparison(TOUCHED)} order by line_id limit 200`;
const ONE = comparison("select cast(:line_id as text) as line_id");

/** @param age_s how long ago whatever belongs to the line must have been changed last */
export async function findDiscrepancies(pg: Knex, age_s: number): Promise<Discrepancy[]> {
  return oldEnough((await pg.raw<Rows<Discrepancy>>(EVERY, { age_s })).rows, nameOf, age_s);
}

/** What stands against one line now, under the locks of whoever asks. */
export async function findDiscrepancy(
  trx: Knex,
  { line_id, inventory_item_id }: Pick<Discrepancy, "line_id" | "inventory_item_id">,
  age_s: number,
): Promise<Discrepancy | null> {
  const { rows } = await trx.raw<Rows<Discrepancy>>(ONE, { age_s, line_id });
  const found = rows.filter((row) => row.inventory_item_id === inventory_item_id);
  return oldEnough(found, nameOf, age_s)[0] ?? null;
}

/** A later change is another name: it begins to age anew. */
function nameOf({ line_id, inventory_item_id, changed_at }: Discrepancy): string {
  return `${line_id} ${inventory_item_id} ${changed_at ?? ""}`;
}

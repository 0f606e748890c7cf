/** What an earlier run has done already, read from the records that the deeds leave. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/** How far a placed order has come. */
export interface Standing {
  order_id: string;
  canceled: boolean;
  paid: boolean;
  payment_id: string | null;
  amount_yuan: number;
  refunds: number;
}

const STANDING = `
  select c.order_id, o.status = 'canceled' as canceled, p.captured_at is not null as paid, p.id as payment_id,
    coalesce(s.amount, 0)::float8 as amount_yuan,
    (select count(*)::int from refund r where r.payment_id = p.id and r.deleted_at is null) as refunds
  from checkout c
  join "order" o on o.id = c.order_id
  left join order_payment_collection opc on opc.order_id = o.id and opc.deleted_at is null
  left join payment_session s on s.payment_collection_id = opc.payment_collection_id and s.deleted_at is null
  left join payment p on p.payment_session_id = s.id and p.deleted_at is null
  where c.key like ? limit 1`;

/** The prefix of an order's idempotency keys; the day of the loading follows it. */
export function keyPrefix(serial: number): string {
  return `demo-order-${String(serial)}-`;
}

/** @returns null for an order that is not placed */
export async function standingOf(
  container: MedusaContainer,
  serial: number,
): Promise<Standing | null> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Standing[] }>(STANDING, [`${keyPrefix(serial)}%`]);
  return rows[0] ?? null;
}

/** Numbers of the orders that are placed. */
export async function placedSerials(container: MedusaContainer): Promise<Set<number>> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { serial: string }[] }>(
    `select distinct split_part(key, '-', 3) as serial from checkout
     where key like 'demo-order-%' and order_id is not null`,
  );
  return new Set(rows.map((row) => Number(row.serial)));
}

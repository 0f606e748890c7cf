/** What is left of an order's payments to give back for a complaint, and what was given for it. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

const groundRow = z.object({
  payment_id: z.string(),
  left_fen: z.coerce.number().int(),
  given_fen: z.coerce.number().int().nullable(),
});

/** Where the money for a complaint comes from. */
export interface RefundGround {
  /** The payment with the most left; null when nothing was captured. */
  payment_id: string | null;
  /** What is left on that payment. */
  left_fen: number;
  /** What was given for the complaint; null when nothing was yet. */
  given_fen: number | null;
}

const SQL = `
  select p.id as payment_id,
    (select coalesce(round(sum(c.amount) * 100), 0) from capture c where c.payment_id = p.id and c.deleted_at is null)
    - (select coalesce(round(sum(r.amount) * 100), 0) from refund r where r.payment_id = p.id and r.deleted_at is null)
      as left_fen,
    (select round(sum(r.amount) * 100) from refund r
      where r.payment_id = p.id and r.created_by = 'complaint' and r.note = :complaint_id and r.deleted_at is null)
      as given_fen
  from order_payment_collection o
  join payment p on p.payment_collection_id = o.payment_collection_id and p.deleted_at is null
  where o.order_id = :order_id and o.deleted_at is null and p.captured_at is not null
  order by 3 nulls last, 2 desc limit 1`;

/**
 * Reads what is left.
 *
 * @param complaint_id whose refund is asked for
 */
export async function refundGround(
  scope: MedusaContainer,
  order_id: string,
  complaint_id: string,
): Promise<RefundGround> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(SQL, { order_id, complaint_id });
  const [row] = z.array(groundRow).parse(rows);
  return row ?? { payment_id: null, left_fen: 0, given_fen: null };
}

/** What our books say of a payment before money that went back is noted. */

/** A payment in our books; amounts in whole fen, as the database writes them. */
export interface PaymentStanding {
  id: string;
  captured_fen: string;
  refunded_fen: string;
  /** Whether `refund_id` is noted already. */
  is_known: boolean;
}

/** Reads it by `session_id` and `refund_id`; the payment's row is locked before, so that sums are not stale. */
export const PAYMENT_STANDING = `
select p.id,
  coalesce((select round(sum(c.amount) * 100) from capture c where c.payment_id = p.id and c.deleted_at is null), 0) as captured_fen,
  coalesce((select round(sum(r.amount) * 100) from refund r where r.payment_id = p.id and r.deleted_at is null), 0) as refunded_fen,
  exists (select 1 from refund r where r.id = :refund_id) as is_known
from payment p where p.payment_session_id = :session_id and p.deleted_at is null`;

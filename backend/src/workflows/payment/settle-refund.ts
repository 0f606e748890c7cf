/** What to do when a payment house says that it has given money back by itself. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules, PaymentEvents } from "@medusajs/framework/utils";
import { z } from "zod";

import { fenToYuan } from "../../contract/fen";
import { refuse } from "../../refuse";
import { isRefundedAtProvider } from "./ask-provider";
import { PAYMENT_STANDING, type PaymentStanding } from "./payment-standing";

/** A notification of a refund. */
export const refundWordSchema = z.object({
  type: z.literal("payment.refunded"),
  session_id: z.string().min(1).max(80),
  refund_id: z.string().min(1).max(80),
  amount_fen: z.int().positive(),
});
/** A notification of a refund. */
export type RefundWord = z.infer<typeof refundWordSchema>;

interface Rows {
  rows: PaymentStanding[];
}

/**
 * Records a refund of the house, once; its order's books and the ledger follow by the same ways as after
 * a refund of ours.
 *
 * @throws refusal `state_conflict` while the capture has not come: the notification is tried again later;
 *   `over_refund` when more went back than was captured
 */
export async function settleRefund(
  container: MedusaContainer,
  provider_id: string,
  { session_id, refund_id, amount_fen }: RefundWord,
): Promise<void> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const payment_id = await pg.transaction(async (trx) => {
    // The lock comes first: two words about two refunds of one payment see each other's sums.
    await trx.raw(`select id from payment where payment_session_id = ? for update`, [session_id]);
    const { rows } = await trx.raw<Rows>(PAYMENT_STANDING, { session_id, refund_id });
    const [payment] = rows;
    const captured_fen = Number(payment?.captured_fen ?? 0);
    if (!payment || captured_fen === 0) throw refuse("state_conflict");
    if (payment.is_known) return payment.id;
    if (Number(payment.refunded_fen) + amount_fen > captured_fen) throw refuse("over_refund");
    const asked = { provider_id, session_id, refund_id, amount_fen };
    if (!(await isRefundedAtProvider(container, asked))) throw refuse("state_conflict");
    const amount = fenToYuan(amount_fen);
    await trx("refund").insert({
      id: refund_id,
      payment_id: payment.id,
      amount,
      raw_amount: JSON.stringify({ value: String(amount), precision: 20 }),
      created_by: provider_id,
    });
    return payment.id;
  });
  const bus = container.resolve(Modules.EVENT_BUS);
  await bus.emit({ name: PaymentEvents.REFUNDED, data: { id: payment_id } });
}

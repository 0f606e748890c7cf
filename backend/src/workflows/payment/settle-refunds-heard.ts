/** A house has told us of refunds of one payment: ours are ticked off, those made over there are booked. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { INBOX_MODULE, type InboxService } from "../../modules/inbox";
import { settleRefund } from "./settle-refund";

/** Every refund of a session's payment, by the id in our books. */
export interface RefundsHeardInput {
  session_id: string;
  refunds: { refund_id: string; amount_fen: number; is_given: boolean }[];
}

/**
 * @throws refusal `state_conflict` while the capture has not come: the notification is tried again later
 */
export async function settleRefundsHeard(
  container: MedusaContainer,
  provider_id: string,
  { session_id, refunds }: RefundsHeardInput,
): Promise<void> {
  const inbox = container.resolve<InboxService>(INBOX_MODULE);
  for (const { refund_id, amount_fen, is_given } of refunds) {
    if (is_given) {
      const word = { type: "payment.refunded" as const, session_id, refund_id, amount_fen };
      await settleRefund(container, provider_id, word);
      await inbox.noteRefundGiven(refund_id);
    } else if (await isBooked(container, refund_id)) {
      // What our books call given back never arrived: nobody but a person can pay it otherwise.
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`needs a person: refund ${refund_id} is booked, and its bank has refused it`);
    }
  }
}

async function isBooked(container: MedusaContainer, refund_id: string): Promise<boolean> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select 1 from refund where id = ? and deleted_at is null`,
    [refund_id],
  );
  return rows.length > 0;
}

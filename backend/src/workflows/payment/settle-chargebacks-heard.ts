/** A house has told us of chargebacks of one payment: each is noted, and one that is lost is booked, once. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules, PaymentEvents } from "@medusajs/framework/utils";

import { fenToYuan } from "../../contract/fen";
import {
  CHARGEBACK_MODULE,
  type ChargebackService,
  type HeardChargeback,
} from "../../modules/chargeback";
import { refuse } from "../../refuse";
import { PAYMENT_STANDING, type PaymentStanding } from "./payment-standing";

/**
 * @throws refusal `state_conflict` while the capture of a lost one has not come: the notification is tried again
 */
export async function settleChargebacksHeard(
  container: MedusaContainer,
  heard: readonly HeardChargeback[],
): Promise<void> {
  const chargebacks = container.resolve<ChargebackService>(CHARGEBACK_MODULE);
  for (const chargeback of heard) {
    const { state, is_new } = await chargebacks.record(chargeback);
    if (state === "lost") await bookLost(container, chargeback);
    else if (state === "won") await lookAtWon(container, chargeback);
    else if (is_new)
      needsPerson(container, chargeback, `is open, evidence until ${until(chargeback)}`);
  }
}

const until = ({ due_at }: HeardChargeback): string => due_at ?? "no day that is known";

/**
 * Books what the bank took as a refund of the payment; its order's books and the ledger follow by the same ways as
 * after any refund. No more is booked than is left of the capture: what was refunded before is not lost again.
 */
async function bookLost(container: MedusaContainer, chargeback: HeardChargeback): Promise<void> {
  const { id, provider_id, session_id, amount_fen, currency } = chargeback;
  if (currency.toLowerCase() !== "cny") {
    needsPerson(container, chargeback, `is lost in ${currency} and not booked`);
    return;
  }
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const booked = await pg.transaction(async (trx) => {
    await trx.raw(`select id from payment where payment_session_id = ? for update`, [session_id]);
    const { rows } = await trx.raw<{ rows: PaymentStanding[] }>(PAYMENT_STANDING, {
      session_id,
      refund_id: id,
    });
    const [payment] = rows;
    const captured_fen = Number(payment?.captured_fen ?? 0);
    if (!payment || captured_fen === 0) throw refuse("state_conflict");
    if (payment.is_known) return { payment_id: payment.id, missing_fen: 0 };
    const booked_fen = Math.min(amount_fen, captured_fen - Number(payment.refunded_fen));
    const missing_fen = amount_fen - booked_fen;
    if (booked_fen <= 0) return { payment_id: null, missing_fen };
    // The money is gone: no sweep may ask the house for it once more.
    await trx.raw(`insert into refund_given (refund_id) values (?) on conflict do nothing`, [id]);
    const amount = fenToYuan(booked_fen);
    await trx("refund").insert({
      id,
      payment_id: payment.id,
      amount,
      raw_amount: JSON.stringify({ value: String(amount), precision: 20 }),
      created_by: provider_id,
      note: "chargeback",
    });
    return { payment_id: payment.id, missing_fen };
  });
  const { payment_id, missing_fen } = booked;
  if (missing_fen > 0) {
    needsPerson(container, chargeback, `took ${missing_fen} fen more than was left of its payment`);
  }
  if (payment_id === null) return;
  const bus = container.resolve(Modules.EVENT_BUS);
  await bus.emit({ name: PaymentEvents.REFUNDED, data: { id: payment_id } });
}

/** A bank may give back what it took; what is booked stays booked until a person decides. */
async function lookAtWon(container: MedusaContainer, chargeback: HeardChargeback): Promise<void> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(`select 1 from refund where id = ?`, [
    chargeback.id,
  ]);
  if (rows.length > 0) needsPerson(container, chargeback, "is won after it was booked as lost");
}

function needsPerson(container: MedusaContainer, { id }: HeardChargeback, what: string): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  logger.error(`needs a person: chargeback ${id} ${what}`);
}

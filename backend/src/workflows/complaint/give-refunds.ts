/** Gives back what was agreed on complaints: each once, however often it is tried, and never more than is left. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows";

import { fenToYuan, type Fen } from "../../contract/money";
import { describe } from "../../log";
import {
  COMPLAINT_MODULE,
  type ComplaintModuleService,
  type KeptComplaint,
} from "../../modules/complaint";
import { refundGround } from "../../queries/complaint/refund-ground";
import { beginMoneyMove } from "../order/move-money";

const MOST = 200;
const WAIT_S = 20;
/** Who makes these refunds: their cause is the goods' quality, and the ledger asks the complaint for its line. */
const CREATOR = "complaint";

/**
 * Gives what is agreed; one that fails is tried again by the job.
 *
 * @param id one complaint; all of them without it
 * @returns how many were given
 */
export async function giveRefunds(container: MedusaContainer, id?: string): Promise<number> {
  const complaints = container.resolve<ComplaintModuleService>(COMPLAINT_MODULE);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const locking = container.resolve(Modules.LOCKING);
  const waiting = id === undefined ? await complaints.unpaid(MOST) : [await complaints.get(id)];
  let given = 0;
  for (const one of waiting) {
    try {
      const give = (): Promise<boolean> => giveOne(container, one.id);
      const done = await locking.execute([`complaint-refund:${one.id}`], give, { timeout: WAIT_S });
      given += done ? 1 : 0;
    } catch (error) {
      logger.warn(`refund of complaint ${one.id} not given yet: ${describe(error)}`);
    }
  }
  return given;
}

async function giveOne(container: MedusaContainer, id: string): Promise<boolean> {
  const complaints = container.resolve<ComplaintModuleService>(COMPLAINT_MODULE);
  const complaint = await complaints.get(id);
  if (complaint.state !== "agreed" || complaint.agreed_fen === null) return false;
  const refund_fen = await refundOnce(container, complaint, complaint.agreed_fen);
  if (refund_fen < complaint.agreed_fen) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    logger.error(`needs a person: complaint ${id} was given less than agreed, no more is left`);
  }
  await complaints.move(id, {
    from: ["agreed"],
    to: "refunded",
    party: "payment",
    by: "job:sweep-complaints",
    now: new Date().toISOString(),
    refund_fen,
  });
  return true;
}

/**
 * The refund's note names the complaint: one that a crash has kept from our books is found by it.
 *
 * @returns what the buyer has got back for this complaint
 */
async function refundOnce(
  container: MedusaContainer,
  { id, order_id }: KeptComplaint,
  agreed_fen: Fen,
): Promise<Fen> {
  const known = await refundGround(container, order_id, id);
  if (known.given_fen !== null) return known.given_fen;
  const end = await beginMoneyMove(container, order_id);
  try {
    // Behind the order's lock nothing else gives back what is left.
    const { payment_id, left_fen } = await refundGround(container, order_id, id);
    const amount_fen = Math.min(agreed_fen, left_fen);
    if (payment_id === null || amount_fen === 0) return 0;
    await refundPaymentWorkflow(container).run({
      input: { payment_id, amount: fenToYuan(amount_fen), note: id, created_by: CREATOR },
    });
    return amount_fen;
  } finally {
    await end();
  }
}

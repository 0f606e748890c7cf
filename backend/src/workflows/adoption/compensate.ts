/** Gives back what poor harvests owe: each compensation once, however often it is tried. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows";

import { fenToYuan } from "../../contract/money";
import { describe } from "../../log";
import {
  ADOPTION_MODULE,
  type AdoptionModuleService,
  type Compensation,
} from "../../modules/adoption";
import { beginMoneyMove } from "../order/move-money";

const MOST = 200;
const WAIT_S = 20;
/** Too little was delivered: the seller's goods fell short. */
const CAUSE = "quality";

/** Gives what is due; one that fails is tried again by the job. */
export async function giveCompensations(container: MedusaContainer): Promise<number> {
  const adoption = container.resolve<AdoptionModuleService>(ADOPTION_MODULE);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const locking = container.resolve(Modules.LOCKING);
  let given = 0;
  for (const one of await adoption.due(MOST)) {
    try {
      const key = `adoption-compensation:${one.order_line_id}`;
      await locking.execute([key], () => giveOne(container, one), { timeout: WAIT_S });
      await adoption.markGiven(one.order_line_id);
      given += 1;
    } catch (error) {
      logger.warn(`compensation of ${one.order_line_id} not given yet: ${describe(error)}`);
    }
  }
  return given;
}

interface Payment {
  id: string;
  given: boolean;
}

/** The note names the line: a refund that a crash has kept from our books is found by it. */
async function giveOne(
  container: MedusaContainer,
  { order_id, order_line_id, amount_fen }: Compensation,
): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const note = `adoption:${order_line_id}`;
  const { rows } = await pg.raw<{ rows: Payment[] }>(
    `select p.id, exists (select 1 from refund r join payment rp on rp.id = r.payment_id
         where rp.payment_collection_id = p.payment_collection_id and r.note = ? and r.deleted_at is null) given
     from order_payment_collection o join payment p on p.payment_collection_id = o.payment_collection_id
     where o.order_id = ? and o.deleted_at is null and p.captured_at is not null and p.deleted_at is null
     order by p.created_at limit 1`,
    [note, order_id],
  );
  const [payment] = rows;
  if (!payment) throw new Error("the order has no captured payment");
  if (payment.given) return;
  const reasons = await pg.raw<{ rows: { id: string }[] }>(
    `select id from refund_reason where code = ? and deleted_at is null limit 1`,
    [CAUSE],
  );
  const end = await beginMoneyMove(container, order_id);
  try {
    await refundPaymentWorkflow(container).run({
      input: {
        payment_id: payment.id,
        amount: fenToYuan(amount_fen),
        note,
        created_by: "adoption",
        ...(reasons.rows[0] ? { refund_reason_id: reasons.rows[0].id } : {}),
      },
    });
  } finally {
    await end();
  }
}

// No undo: money that was given back stays given back.
const compensateStep = createStep("compensate", async (_: undefined, { container }) => {
  return new StepResponse({ given: await giveCompensations(container) });
});

/** Gives every compensation that is due. */
export const compensateWorkflow = createWorkflow("compensate", () => {
  return new WorkflowResponse(compensateStep());
});

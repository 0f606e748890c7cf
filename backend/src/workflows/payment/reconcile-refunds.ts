/**
 * Makes good what a crash left of a refund: our own record stands before the payment house is asked, so a
 * refund may be booked that nobody gave. The house is asked again under the same key.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { yuanToFen } from "../../contract/fen";
import { describe } from "../../log";
import { INBOX_MODULE, type InboxService } from "../../modules/inbox";
import { type Dated, oldEnough, oldOrAhead } from "../order/first-seen";
import { isRefundedAtProvider, type RefundAtProvider } from "./ask-provider";

/** How old a refund must be, in seconds: a younger one may still be under way. */
export interface ReconcileRefundsInput {
  age_s: number;
}

interface Row extends Dated {
  refund_id: string;
  provider_id: string;
  session_id: string;
  amount: string;
}

// No undo: money that was given back stays given back.
const reconcileRefundsStep = createStep(
  "reconcile-refunds",
  async ({ age_s }: ReconcileRefundsInput, { container }) => {
    const inbox = container.resolve<InboxService>(INBOX_MODULE);
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    const result = { given: 0, open: 0 };
    for (const refund of await findOpenRefunds(container, age_s)) {
      try {
        const isGiven = await isRefundedAtProvider(container, refund);
        if (isGiven) await inbox.noteRefundGiven(refund.refund_id);
        else logger.error(`needs a person: the house refuses refund ${refund.refund_id}`);
        result[isGiven ? "given" : "open"] += 1;
      } catch (error) {
        result.open += 1;
        logger.warn(`refund ${refund.refund_id} is not known to be given: ${describe(error)}`);
      }
    }
    return new StepResponse(result);
  },
);

/** Asks the payment houses for refunds of which we have no answer. */
export const reconcileRefundsWorkflow = createWorkflow(
  "reconcile-refunds",
  (input: ReconcileRefundsInput) => {
    return new WorkflowResponse(reconcileRefundsStep(input));
  },
);

/** Refunds without an answer; that of a bank transfer is given by a person. */
async function findOpenRefunds(
  container: MedusaContainer,
  age_s: number,
): Promise<RefundAtProvider[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Row[] }>(
    `select r.id as refund_id, p.provider_id, p.payment_session_id as session_id, round(r.amount, 2)::text as amount,
            r.created_at > now() as is_ahead
     from refund r join payment p on p.id = r.payment_id
     where r.deleted_at is null and p.provider_id <> 'pp_bank_transfer'
       and r.created_at > now() - interval '30 days' and ${oldOrAhead("r.created_at")}
       and not exists (select 1 from refund_given g where g.refund_id = r.id)
     order by r.created_at limit 200`,
    { age_s },
  );
  return oldEnough(rows, ({ refund_id }) => `given ${refund_id}`, age_s).map(
    ({ amount, is_ahead: _, ...row }) => ({ ...row, amount_fen: yuanToFen(amount) }),
  );
}

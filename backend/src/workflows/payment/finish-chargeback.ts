/** A person has seen to a chargeback that the books could not follow. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { CHARGEBACK_MODULE, type ChargebackService } from "../../modules/chargeback";
import { refuse } from "../../refuse";

interface FinishInput {
  id: string;
  /** Who says so. */
  by: string;
  note: string;
}

// No undo: it is one row, written once.
const finishChargebackStep = createStep(
  "finish-chargeback",
  async (input: FinishInput, { container }) => {
    const chargebacks = container.resolve<ChargebackService>(CHARGEBACK_MODULE);
    const end = await chargebacks.finish(input);
    if (end === "none") throw refuse("not_found");
    if (end === "nothing") throw refuse("state_conflict");
    return new StepResponse({ ok: true as const });
  },
);

/** Notes what was done. Moves no money. */
export const finishChargebackWorkflow = createWorkflow(
  "finish-chargeback",
  (input: FinishInput) => {
    return new WorkflowResponse(finishChargebackStep(input));
  },
);

/** The return window is over: earned income becomes settled, payable, and public in totals. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { failpoint } from "../../failpoints";
import { INCOME_MODULE, type IncomeModuleService, type Move } from "../../modules/income";

/** Until when windows must have ended. */
export interface SettleCreditsInput {
  /** ISO instant: the present for the job, a past one when history is loaded. */
  now: string;
  /** Only this order. */
  order_id?: string;
}

/** Credits in one transaction: few enough that a refund never waits long, many enough to be cheap. */
const BATCH = 2000;

const settleDueStep = createStep(
  "settle-due",
  async ({ now, order_id }: SettleCreditsInput, { container }) => {
    const income = container.resolve<IncomeModuleService>(INCOME_MODULE);
    if (order_id === undefined) {
      const onProgress = (): void => failpoint("settle-credits:batch-moved");
      const { moved, amount_fen } = await income.settleDue({ now, batch: BATCH, onProgress });
      return new StepResponse({ moved, amount_fen });
    }
    return new StepResponse(
      await income.move(moveOf(now, order_id), { settles_by: now, order_id }),
    );
  },
);

function moveOf(now: string, order_id: string): Move {
  return {
    key: `settle:${order_id}:${now}`,
    kind: "settle",
    from: "earned",
    to: "settled",
    at: now,
    order_id,
    cause: "return_window_over",
    facts: {},
  };
}

/** Moves the credits whose return window is over from earned to settled. */
export const settleCreditsWorkflow = createWorkflow(
  "settle-credits",
  (input: SettleCreditsInput) => {
    return new WorkflowResponse(settleDueStep(input));
  },
);

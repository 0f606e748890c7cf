/** The step that moves credits from one state to the next; every verb of this folder builds on it. */
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

import type { Fen } from "../../contract/fen";
import { failpoint } from "../../failpoints";
import {
  INCOME_MODULE,
  type CreditFilter,
  type IncomeModuleService,
  type Move,
} from "../../modules/income";

/** Which credits to move, and why. */
export interface MoveCreditsInput {
  move: Move;
  filter: CreditFilter;
  /** When given, the sum that must be there. */
  expected_fen?: Fen | undefined;
}

/** Moves credits; idempotent by the move's key, never undone: a correction is a further transaction. */
export const moveCreditsStep = createStep(
  "move-credits",
  async (input: MoveCreditsInput, { container }) => {
    const income = container.resolve<IncomeModuleService>(INCOME_MODULE);
    failpoint("move-credits:begun");
    const moved = await income.move(input.move, input.filter, input.expected_fen);
    failpoint("move-credits:moved");
    return new StepResponse(moved);
  },
);

/** Makes the code by which a household confirms, for one sum and a short while. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import {
  CONFIRMATION_MODULE,
  printedCode,
  type ConfirmationModuleService,
} from "../../modules/confirmation";
import { openCredits, sumOf } from "../../queries/confirmation/open-credits";
import { refuse } from "../../refuse";

/** What a printed page is asked for. */
export interface PrintPassbookInput {
  household_id: string;
  made_by: string;
  /** ISO instant. */
  at: string;
}

const printPassbookStep = createStep(
  "print-passbook",
  async ({ household_id, made_by, at }: PrintPassbookInput, { container }) => {
    const lines = await openCredits(container, household_id);
    if (lines.length === 0) throw refuse("nothing_to_confirm");
    const code = printedCode();
    const amount_fen = sumOf(lines);
    const service = container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE);
    const { id, expires_at } = await service.makeCode({
      household_id,
      method: "passbook_code",
      code,
      credit_ids: lines.map((line) => line.credit_id),
      amount_fen,
      made_by,
      at: new Date(at),
    });
    const page = {
      code: code.replace(/^(.{5})/, "$1-"),
      printed_at: at,
      expires_at: expires_at.toISOString(),
      amount_fen,
      lines,
    };
    return new StepResponse(page, { id, at });
  },
  async (made, { container }) => {
    if (!made) return;
    const service = container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE);
    await service.discard(made.id, new Date(made.at));
  },
);

/** Makes a printed page with its code. */
export const printPassbookWorkflow = createWorkflow(
  "print-passbook",
  (input: PrintPassbookInput) => new WorkflowResponse(printPassbookStep(input)),
);

/**
 * The household confirms that money arrived: by a signed page, by a code from an SMS or from its printed
 * passbook. What proves it and who witnessed it stand in the transaction, without a name or a number.
 */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { ConfirmationMethod } from "../../contract/confirmation";
import {
  CONFIRMATION_MODULE,
  type Claim,
  type ConfirmationModuleService,
} from "../../modules/confirmation";
import { openCredits, sumOf } from "../../queries/confirmation/open-credits";
import { refuse } from "../../refuse";
import { moveCreditsStep, type MoveCreditsInput } from "./move-credits";

/** By what a household confirms. */
export type Proof =
  | { method: "page"; credit_ids: string[]; page_id: string }
  | { method: "sms_code" | "passbook_code"; code: string };

/** A confirmation. */
export interface ConfirmCreditsInput {
  household_id: string;
  proof: Proof;
  /** The official who witnesses it. */
  official_id: string;
  /** ISO instant. */
  at: string;
}

/** The evidence that was taken, and the money that it is about. */
interface Claimed {
  id: string;
  method: ConfirmationMethod;
  page_sha256: string | null;
  credit_ids: string[];
  amount_fen: number;
}

const claimEvidenceStep = createStep(
  "claim-evidence",
  async ({ household_id, proof, at }: ConfirmCreditsInput, { container }) => {
    const given = { household_id, at: new Date(at) };
    let claim: Claim;
    if (proof.method === "page") {
      const credits = await openCredits(container, household_id, proof.credit_ids);
      if (credits.length === 0) throw refuse("nothing_to_confirm");
      const credit_ids = credits.map((credit) => credit.credit_id);
      claim = { ...given, ...proof, credit_ids, amount_fen: sumOf(credits) };
    } else {
      claim = { ...given, ...proof };
    }
    const service = container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE);
    const { id, method, page_sha256, credit_ids, amount_fen } = await service.claim(claim);
    const claimed: Claimed = { id, method, page_sha256, credit_ids, amount_fen };
    return new StepResponse(claimed, id);
  },
  // What was not confirmed after all may be confirmed by the same evidence.
  async (id, { container }) => {
    if (!id) return;
    await container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE).release(id);
  },
);

function moveOf({
  input,
  claimed,
}: {
  input: ConfirmCreditsInput;
  claimed: Claimed;
}): MoveCreditsInput {
  const { id, method, page_sha256, credit_ids, amount_fen } = claimed;
  return {
    move: {
      key: `confirm:${id}`,
      kind: "confirm",
      from: "paid",
      to: "confirmed",
      at: input.at,
      order_id: null,
      cause: "household_confirmed",
      facts: {
        method,
        evidence: id,
        ...(page_sha256 === null ? {} : { page_sha256 }),
        official_id: input.official_id,
      },
    },
    filter: { household_id: input.household_id, credit_ids },
    expected_fen: amount_fen,
  };
}

/** Moves exactly the money that the evidence is about from paid to confirmed. */
export const confirmCreditsWorkflow = createWorkflow(
  "confirm-credits",
  (input: ConfirmCreditsInput) => {
    const claimed = claimEvidenceStep(input);
    return new WorkflowResponse(moveCreditsStep(transform({ input, claimed }, moveOf)));
  },
);

/** Seals what the ledger has taken in since the last block, and shows the head to the witness. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { env } from "../../env";
import { INCOME_MODULE, type IncomeModuleService } from "../../modules/income";

/** When it is. */
export interface SealLedgerInput {
  /** ISO instant for the headers. */
  now: string;
}

/** Small enough for a quick path, large enough for a load of orders. */
const BLOCK_TRANSACTIONS = 2_000;
/** A round ends before the next is due. */
const ROUND_BLOCKS = 25;

/** The divergence that was told last: a round comes every two seconds, the operator reads it once. */
const told = { diverged: 0 };

const sealLedgerStep = createStep(
  "seal-ledger",
  async ({ now }: SealLedgerInput, { container }) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    const { blocks, diverged } = await container.resolve<IncomeModuleService>(INCOME_MODULE).seal({
      limit: BLOCK_TRANSACTIONS,
      blocks: ROUND_BLOCKS,
      now,
      witness: env.YIGOU_WITNESS_FILE ?? null,
    });
    // NOTE: seals are appended and never taken back: there is nothing to undo.
    const head = blocks.at(-1);
    if (head) logger.info(`ledger: block ${head.number} seals ${head.total}, head ${head.hash}`);
    if (diverged !== null && diverged !== told.diverged) {
      told.diverged = diverged;
      logger.error(`ledger: block ${diverged} is not the one that the witness file holds`);
    }
    return new StepResponse({ sealed: blocks.reduce((sum, block) => sum + block.count, 0) });
  },
);

/** Seals the ledger up to now. */
export const sealLedgerWorkflow = createWorkflow("seal-ledger", (input: SealLedgerInput) => {
  return new WorkflowResponse(sealLedgerStep(input));
});

/** Finds approved entries that a crash has kept from the ledger, and posts them. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { describe } from "../../log";
import { INCOME_MODULE, type IncomeModuleService } from "../../modules/income";
import { LINKAGE_MODULE, type LinkageModuleService } from "../../modules/linkage";
import { replyOfRefusal } from "../../refuse";
import { movementOf } from "./decide-entries";

const sweepEntriesStep = createStep(
  "sweep-entries",
  async ({ limit }: { limit: number }, { container }) => {
    const linkage = container.resolve<LinkageModuleService>(LINKAGE_MODULE);
    const income = container.resolve<IncomeModuleService>(INCOME_MODULE);
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    const found = await linkage.unposted(limit);
    for (const entry of found) {
      try {
        await income.enter([movementOf(entry)]);
        await linkage.markPosted([entry.id], new Date());
      } catch (error) {
        // Paid in the meantime: nothing is taken back, and a second member may look at it again.
        if (replyOfRefusal(error)?.body.code === "entry_paid") await linkage.reopen([entry.id]);
        logger.error(`sweep-entries: entry ${entry.id} is not posted: ${describe(error)}`);
      }
    }
    return new StepResponse({ found: found.length });
  },
);

/** Posts what a crash has left between its approval and the ledger. */
export const sweepEntriesWorkflow = createWorkflow("sweep-entries", (input: { limit: number }) => {
  return new WorkflowResponse(sweepEntriesStep(input));
});

/** Gives bought trees their numbers: of one order at once, of all that events have missed by the job. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { ADOPTION_MODULE, type AdoptionModuleService } from "../../modules/adoption";
import { adoptedLines, linesWithoutTrees } from "../../queries/adoption/adopted-lines";

interface AssignInput {
  /** One order; all that wait when it is not given. */
  order_id?: string;
}

const MOST = 200;

// No undo: a tree of a cancelled order is free again by itself.
const assignTreesStep = createStep(
  "assign-trees",
  async ({ order_id }: AssignInput, { container }) => {
    const adoption = container.resolve<AdoptionModuleService>(ADOPTION_MODULE);
    const lines =
      order_id === undefined
        ? await linesWithoutTrees(container, MOST)
        : await adoptedLines(container, order_id);
    for (const line of lines) await adoption.assign(line);
    return new StepResponse({ lines: lines.length });
  },
);

/** Assigns trees. */
export const assignTreesWorkflow = createWorkflow("assign-trees", (input: AssignInput) => {
  return new WorkflowResponse(assignTreesStep(input));
});

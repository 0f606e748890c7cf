/** Publishes rule packs; the same packs again change nothing. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import type { z } from "zod";

import { RULES_MODULE, rulePackSchema, type RulesModuleService } from "../../modules/rules";

/** The packs to publish. */
export interface PublishRulePacksInput {
  packs: z.input<typeof rulePackSchema>[];
}

const publishRulePacksStep = createStep(
  "publish-rule-packs",
  async ({ packs }: PublishRulePacksInput, { container }) => {
    const parsed = packs.map((pack) => rulePackSchema.parse(pack));
    const created = await container.resolve<RulesModuleService>(RULES_MODULE).publish(parsed);
    return new StepResponse({ created: created.length }, created);
  },
  async (created, { container }) => {
    if (!created) return;
    await container.resolve<RulesModuleService>(RULES_MODULE).withdraw(created);
  },
);

/** Publishes rule packs. */
export const publishRulePacksWorkflow = createWorkflow(
  "publish-rule-packs",
  (input: PublishRulePacksInput) => {
    return new WorkflowResponse(publishRulePacksStep(input));
  },
);

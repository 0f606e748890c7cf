/** The seller answers a review, once. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { REVIEW_MODULE, type ReviewModuleService } from "../../modules/review";
import { requirePublishable } from "../story/write-story";

interface AnswerReviewInput {
  id: string;
  cooperative_id: string;
  text: string;
  by: string;
}

// No undo: a single write.
const answerReviewStep = createStep(
  "answer-review",
  async ({ id, ...answer }: AnswerReviewInput, { container }) => {
    requirePublishable({ text: answer.text });
    await container
      .resolve<ReviewModuleService>(REVIEW_MODULE)
      .answer(id, { ...answer, at: new Date().toISOString() });
    return new StepResponse({ id });
  },
);

/** Answers a review. */
export const answerReviewWorkflow = createWorkflow("answer-review", (input: AnswerReviewInput) => {
  return new WorkflowResponse(answerReviewStep(input));
});

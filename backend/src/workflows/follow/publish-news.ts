/** News, written by a cadre: screened, and of a household only with its consent. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { FollowKind, NewsTopic } from "../../contract/follow";
import { FOLLOW_MODULE, type FollowModuleService } from "../../modules/follow";
import { followedSubjects } from "../../queries/follow/subjects";
import { refuse } from "../../refuse";
import { requirePublishable } from "../story/write-story";

interface PublishNewsInput {
  kind: FollowKind;
  subject_id: string;
  topic: NewsTopic;
  zh: string;
  en: string;
  written_by: string;
}

const publishNewsStep = createStep(
  "publish-news",
  async (input: PublishNewsInput, { container }) => {
    requirePublishable({ zh: input.zh, en: input.en });
    const { kind, subject_id } = input;
    const find = await followedSubjects(container, [{ kind, subject_id }]);
    if (!find(kind, subject_id))
      throw refuse(kind === "household" ? "consent_missing" : "not_found");
    const id = await container.resolve<FollowModuleService>(FOLLOW_MODULE).publish(input);
    return new StepResponse({ ok: true as const }, id);
  },
  async (id, { container }) => {
    if (id) await container.resolve<FollowModuleService>(FOLLOW_MODULE).remove(id);
  },
);

/** Publishes news. */
export const publishNewsWorkflow = createWorkflow("publish-news", (input: PublishNewsInput) => {
  return new WorkflowResponse(publishNewsStep(input));
});

// No undo: what was taken off stays off.
const removeNewsStep = createStep("remove-news", async ({ id }: { id: string }, { container }) => {
  await container.resolve<FollowModuleService>(FOLLOW_MODULE).remove(id);
  return new StepResponse({ ok: true as const });
});

/** Takes news off. */
export const removeNewsWorkflow = createWorkflow("remove-news", (input: { id: string }) => {
  return new WorkflowResponse(removeNewsStep(input));
});

/** Writes what a public page tells, once it is screened for personal data. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { StoryKind, StoryText } from "../../contract/story";
import { findPersonalData, STORY_MODULE, type StoryModuleService } from "../../modules/story";
import { refuse } from "../../refuse";

interface WriteStoryInput {
  kind: StoryKind;
  subject_id: string;
  text: StoryText;
  /** Actor type and id. */
  by: string;
}

const writeStoryStep = createStep(
  "write-story",
  async ({ kind, subject_id, text, by }: WriteStoryInput, { container }) => {
    requirePublishable({ zh: text.zh, en: text.en });
    const stories = container.resolve<StoryModuleService>(STORY_MODULE);
    const before = await stories.write(kind, subject_id, text, by);
    return new StepResponse({ ok: true as const }, { kind, subject_id, before, by });
  },
  async (done, { container }) => {
    if (!done) return;
    const { kind, subject_id, before, by } = done;
    const stories = container.resolve<StoryModuleService>(STORY_MODULE);
    if (before) await stories.write(kind, subject_id, before, by);
    else await stories.erase(kind, subject_id);
  },
);

/**
 * Passes only texts without personal data.
 *
 * @param texts by the name of their field
 * @throws refusal `personal_data` with the field and the kinds found, never the words themselves
 */
export function requirePublishable(texts: Record<string, string>): void {
  for (const [field, text] of Object.entries(texts)) {
    const found = findPersonalData(text);
    if (found.length > 0) throw refuse("personal_data", { field, kinds: found.join() });
  }
}

/** Writes the text of a page. */
export const writeStoryWorkflow = createWorkflow("write-story", (input: WriteStoryInput) => {
  return new WorkflowResponse(writeStoryStep(input));
});

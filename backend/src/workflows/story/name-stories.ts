/** Gives public pages their addresses and lots their codes. Run again, it does what is left. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import type { MedusaContainer } from "@medusajs/framework/types";

import { freeHandles, handleOf } from "../../modules/shelf";
import { STORY_MODULE, type Page, type StoryModuleService } from "../../modules/story";
import { TRACE_MODULE, type TraceModuleService } from "../../modules/trace";
import { unnamedStories, type Unnamed } from "../../queries/story/unnamed";

interface NameStoriesInput {
  /** How many of each kind at most, so that one run stays short. */
  most: number;
}

const kinds: readonly Page["kind"][] = ["village", "household", "cooperative", "enterprise"];

// No undo: an address that was given stays, whatever becomes of the rest.
const nameStoriesStep = createStep(
  "name-stories",
  async ({ most }: NameStoriesInput, { container }) => {
    const { unnamed, lot_ids } = await unnamedStories(container, most);
    const trace = container.resolve<TraceModuleService>(TRACE_MODULE);
    await trace.code(lot_ids);
    for (const kind of kinds) {
      await nameKind(
        container,
        kind,
        unnamed.filter((one) => one.kind === kind),
      );
    }
    return new StepResponse({ named: unnamed.length, coded: lot_ids.length });
  },
);

async function nameKind(
  container: MedusaContainer,
  kind: Page["kind"],
  unnamed: readonly Unnamed[],
): Promise<void> {
  if (unnamed.length === 0) return;
  const stories = container.resolve<StoryModuleService>(STORY_MODULE);
  const bases = unnamed.map((one) => handleOf(one.words));
  const handles = freeHandles(bases, await stories.taken(kind, bases));
  await stories.name(
    unnamed.map(({ subject_id }, at) => ({ kind, subject_id, handle: handles[at] ?? "" })),
  );
}

/** Names whoever has no address yet. */
export const nameStoriesWorkflow = createWorkflow("name-stories", (input: NameStoriesInput) => {
  return new WorkflowResponse(nameStoriesStep(input));
});

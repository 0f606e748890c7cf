/** The operator hides a review with a reason, or shows it again; it is kept either way. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { PHOTO_MODULE, type PhotoModuleService } from "../../modules/photo";
import { REVIEW_MODULE, type ReviewModuleService } from "../../modules/review";
import { showPhotos, unshowPhotos } from "../photo/show-photos";
import { showStars } from "./show-stars";

interface HideReviewInput {
  id: string;
  hidden: boolean;
  reason: string;
  by: string;
}

const WAIT_S = 20;

// No undo: run again, it finishes what a crash has left.
const hideReviewStep = createStep("hide-review", async (input: HideReviewInput, { container }) => {
  const locking = container.resolve(Modules.LOCKING);
  await locking.execute([`review:${input.id}`], () => hide(container, input), { timeout: WAIT_S });
  return new StepResponse({ id: input.id });
});

async function hide(
  container: MedusaContainer,
  { id, hidden, reason, by }: HideReviewInput,
): Promise<void> {
  const reviews = container.resolve<ReviewModuleService>(REVIEW_MODULE);
  const used_by = `review:${id}`;
  const stands = await reviews.find(id);
  const isHidden = stands !== null && stands.hidden_at !== null;
  const photos = hidden || !isHidden ? [] : await publicCopies(container, used_by);
  await reviews.setHidden(id, { hidden, reason, by, photos });
  if (hidden) await unshowPhotos(container, used_by);
  if (stands) await showStars(container, stands.product_id);
}

async function publicCopies(container: MedusaContainer, used_by: string): Promise<string[]> {
  await unshowPhotos(container, used_by);
  const photos = await container.resolve<PhotoModuleService>(PHOTO_MODULE).of([used_by]);
  return showPhotos(container, photos.get(used_by) ?? []);
}

/** Hides or shows a review. */
export const hideReviewWorkflow = createWorkflow("hide-review", (input: HideReviewInput) => {
  return new WorkflowResponse(hideReviewStep(input));
});

/** A buyer reviews goods that arrived. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { generateEntityId } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { ReviewBody } from "../../contract/review";
import {
  maskedName,
  REVIEW_MODULE,
  type NewReview,
  type ReviewModuleService,
} from "../../modules/review";
import { receivedLine } from "../../queries/order/received-lines";
import { refuse } from "../../refuse";
import { showPhotosStep } from "../photo/show-photos";
import { usePhotosStep } from "../photo/use-photos";
import { requirePublishable } from "../story/write-story";
import { showStars } from "./show-stars";

interface WriteReviewInput extends ReviewBody {
  order_id: string;
  /** Actor type and id, or `guest`. */
  by: string;
}

const prepareReviewStep = createStep(
  "prepare-review",
  async (input: WriteReviewInput, { container }) =>
    new StepResponse(await prepareReview(container, input)),
);

/** @throws refusal `not_found`, `not_received`, `personal_data` */
async function prepareReview(
  container: MedusaContainer,
  { order_id, order_line_id, stars, text, anonymous }: WriteReviewInput,
): Promise<Omit<NewReview, "photos">> {
  const { order, found } = await receivedLine(container, order_id, order_line_id);
  const { line, delivered_at } = found;
  const { product_id, cooperative_id, variant_title } = line;
  if (product_id === null || cooperative_id === null) throw refuse("not_found");
  if (delivered_at === null) throw refuse("not_received");
  requirePublishable({ text });
  return {
    id: generateEntityId(undefined, "rev"),
    order_id,
    order_line_id,
    product_id,
    cooperative_id,
    stars,
    text,
    by_name: anonymous ? null : maskedName(order.address.name),
    variant_title,
    written_at: new Date().toISOString(),
  };
}

// No undo: it is the last step, and it refuses a second review before anything is kept.
const keepReviewStep = createStep(
  "keep-review",
  async ({ review, by }: { review: NewReview; by: string }, { container }) => {
    await container.resolve<ReviewModuleService>(REVIEW_MODULE).write(review, by);
    await showStars(container, review.product_id);
    return new StepResponse({ id: review.id });
  },
);

/** Writes a review. */
export const writeReviewWorkflow = createWorkflow("write-review", (input: WriteReviewInput) => {
  const prepared = prepareReviewStep(input);
  const photos = usePhotosStep(
    transform({ input, prepared }, (data) => ({
      ids: data.input.photos,
      order_id: data.input.order_id,
      used_by: `review:${data.prepared.id}`,
    })),
  );
  const urls = showPhotosStep(
    transform({ prepared, photos }, (data) => ({
      photos: data.photos,
      used_by: `review:${data.prepared.id}`,
    })),
  );
  const kept = keepReviewStep(
    transform({ input, prepared, urls }, (data) => ({
      review: { ...data.prepared, photos: data.urls },
      by: data.input.by,
    })),
  );
  return new WorkflowResponse(kept);
});

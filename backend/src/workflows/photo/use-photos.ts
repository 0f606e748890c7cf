/** Gives photos to the review or complaint that names them, once. */
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

import { PHOTO_MODULE, type PhotoModuleService } from "../../modules/photo";

interface UsePhotosInput {
  ids: readonly string[];
  order_id: string;
  /** Kind and id, such as `review:rev_…`. */
  used_by: string;
}

/** Uses photos of an order; the undo lets them go again. */
export const usePhotosStep = createStep(
  "use-photos",
  async ({ ids, order_id, used_by }: UsePhotosInput, { container }) => {
    const photos = container.resolve<PhotoModuleService>(PHOTO_MODULE);
    const used = await photos.use(ids, order_id, used_by);
    return new StepResponse(used, used_by);
  },
  async (used_by, { container }) => {
    if (used_by) await container.resolve<PhotoModuleService>(PHOTO_MODULE).release(used_by);
  },
);

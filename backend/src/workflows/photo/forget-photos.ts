/** Forgets photos that were sent and never used. */
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { describe } from "../../log";
import { PHOTO_MODULE, type PhotoModuleService } from "../../modules/photo";

const MOST = 200;
/** A buyer who began to write yesterday does not go on. */
const AGE_MS = 86_400_000;

// No undo: what is forgotten was used by nothing.
const forgetPhotosStep = createStep(
  "forget-photos",
  async ({ now }: { now: string }, { container }) => {
    const photos = container.resolve<PhotoModuleService>(PHOTO_MODULE);
    let forgotten = 0;
    for (const photo of await photos.unused(new Date(Date.parse(now) - AGE_MS), MOST)) {
      try {
        // The row goes first: who uses the photo in the same moment keeps its file.
        if (!(await photos.drop(photo.id))) continue;
        await container.resolve(Modules.FILE).deleteFiles([photo.file_key]);
        forgotten += 1;
      } catch (error) {
        const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
        logger.warn(`photo ${photo.id} was not forgotten: ${describe(error)}`);
      }
    }
    return new StepResponse({ forgotten });
  },
);

/** Forgets unused photos of the day before and earlier. */
export const forgetPhotosWorkflow = createWorkflow("forget-photos", (input: { now: string }) => {
  return new WorkflowResponse(forgetPhotosStep(input));
});

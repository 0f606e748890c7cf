/** A buyer's photo: written anew so that no camera data survives, and private until a review shows it. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows";

import { PHOTO_MODULE, type PhotoModuleService } from "../../modules/photo";
import { refuse } from "../../refuse";

interface KeepPhotoInput {
  order_id: string;
  /** Base64. */
  content: string;
}

/** The file provider takes moving pictures too; a photo is none. */
const checkPhotoStep = createStep("check-photo", async ({ content }: KeepPhotoInput) => {
  const head = Buffer.from(content.slice(0, 8), "base64").toString("latin1");
  if (head.startsWith("GIF8")) throw refuse("upload_not_image");
  return new StepResponse({ ok: true });
});

const addPhotoStep = createStep(
  "add-photo",
  async ({ order_id, file_key }: { order_id: string; file_key: string }, { container }) => {
    const photos = container.resolve<PhotoModuleService>(PHOTO_MODULE);
    const id = await photos.add(order_id, file_key);
    return new StepResponse({ id }, id);
  },
  async (id, { container }) => {
    if (id) await container.resolve<PhotoModuleService>(PHOTO_MODULE).drop(id);
  },
);

/** Keeps a photo; answers the id by which a review or a complaint names it. */
export const keepPhotoWorkflow = createWorkflow("keep-photo", (input: KeepPhotoInput) => {
  checkPhotoStep(input);
  const files = uploadFilesWorkflow.runAsStep({
    input: transform({ input }, (data) => ({
      // The kind is a claim: the provider goes by the bytes.
      files: [
        {
          filename: "photo",
          mimeType: "image/*",
          content: data.input.content,
          access: "private" as const,
        },
      ],
    })),
  });
  const kept = transform({ input, files }, (data) => ({
    order_id: data.input.order_id,
    file_key: data.files[0]?.id ?? "",
  }));
  return new WorkflowResponse(addPhotoStep(kept));
});

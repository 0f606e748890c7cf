/** Public copies of a review's photos: made when it is shown, gone when it is hidden. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

import { PHOTO_MODULE, type BuyerPhoto, type PhotoModuleService } from "../../modules/photo";

/**
 * Makes a public copy of each photo.
 *
 * @returns their addresses, in order
 */
export async function showPhotos(
  container: MedusaContainer,
  photos: readonly BuyerPhoto[],
): Promise<string[]> {
  const files = container.resolve(Modules.FILE);
  const kept = container.resolve<PhotoModuleService>(PHOTO_MODULE);
  const urls: string[] = [];
  for (const photo of photos) {
    const content = (await files.getAsBuffer(photo.file_key)).toString("base64");
    const [copy] = await files.createFiles([
      { filename: "review", mimeType: "image/*", content, access: "public" },
    ]);
    if (!copy) throw new Error("the file module kept no picture");
    await kept.show(photo.id, { key: copy.id, url: copy.url });
    urls.push(copy.url);
  }
  return urls;
}

/** Takes the public copies away; safe to run twice. */
export async function unshowPhotos(container: MedusaContainer, used_by: string): Promise<void> {
  const kept = container.resolve<PhotoModuleService>(PHOTO_MODULE);
  const photos = (await kept.of([used_by])).get(used_by) ?? [];
  for (const { id, public_key } of photos) {
    if (public_key === null) continue;
    await container.resolve(Modules.FILE).deleteFiles([public_key]);
    await kept.show(id, null);
  }
}

/** Shows the photos of a review; the undo takes the copies away. */
export const showPhotosStep = createStep(
  "show-photos",
  async (input: { photos: BuyerPhoto[]; used_by: string }, { container }) => {
    return new StepResponse(await showPhotos(container, input.photos), input.used_by);
  },
  async (used_by, { container }) => {
    if (used_by) await unshowPhotos(container, used_by);
  },
);

/** Hands out a buyer's photo to whoever may see it; that is asked before. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { z } from "zod";

import { PHOTO_MODULE, type PhotoModuleService } from "../../modules/photo";
import { refuse } from "../../refuse";

const kindSchema = z.enum(["jpg", "png", "webp"]);

/**
 * @param of the order, or the review or complaint, that the photo must belong to
 * @throws refusal `not_found`
 */
export async function readPhoto(
  container: MedusaContainer,
  id: string,
  of: { order_id: string } | { used_by: string },
): Promise<{ kind: z.infer<typeof kindSchema>; content: Buffer }> {
  const photo = await container.resolve<PhotoModuleService>(PHOTO_MODULE).find(id, of);
  if (!photo) throw refuse("not_found");
  const kind = kindSchema.parse(photo.file_key.split(".").at(-1));
  return { kind, content: await container.resolve(Modules.FILE).getAsBuffer(photo.file_key) };
}

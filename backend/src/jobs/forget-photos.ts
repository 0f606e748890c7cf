/** Once an hour: photos that buyers sent and used for nothing. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { forgetPhotosWorkflow } from "../workflows/photo/forget-photos";

export default async function forgetPhotos(container: MedusaContainer): Promise<void> {
  await forgetPhotosWorkflow(container).run({ input: { now: new Date().toISOString() } });
}

export const config = { name: "forget-photos", schedule: "37 * * * *" };

/** Photos that buyers send with a review or a complaint: private until a review shows them. */
import { Module } from "@medusajs/framework/utils";

import { PhotoModuleService } from "./service";

/** Key under which the container holds the service. */
export const PHOTO_MODULE = "photo";

export type { BuyerPhoto, PhotoModuleService } from "./service";

export default Module(PHOTO_MODULE, { service: PhotoModuleService });

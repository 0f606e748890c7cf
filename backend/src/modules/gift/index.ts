/** Gifts: the recipients of a purchase that goes to many people, and how their list is read. */
import { Module } from "@medusajs/framework/utils";

import { GiftModuleService } from "./service";

/** Key under which the container holds the service. */
export const GIFT_MODULE = "gift";

export { readGiftList, rowsOfText, textOfList } from "./list";
export type { GiftModuleService, KeptGift } from "./service";

export default Module(GIFT_MODULE, { service: GiftModuleService });

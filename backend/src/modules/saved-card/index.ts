/** Saved cards: under which name the payment house keeps a buyer's cards. The cards themselves stay there. */
import { Module } from "@medusajs/framework/utils";

import { SavedCardModuleService } from "./service";

/** Key under which the container holds the service. */
export const SAVED_CARD_MODULE = "saved_card";

export { CARD_HOUSE, holderContext } from "./holder";
export type { SavedCardModuleService } from "./service";

export default Module(SAVED_CARD_MODULE, { service: SavedCardModuleService });

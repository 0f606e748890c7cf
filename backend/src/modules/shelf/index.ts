/** The shelf: one denormalised row for each good that is for sale, from which buyers read. */
import { Module } from "@medusajs/framework/utils";

import { ShelfService } from "./service";

export { LIVE_VARIANTS } from "./live-variants";
export { freeHandles, handleOf } from "./pinyin";
export { GOOD_INDEX, prefixesOf, standingOf, type GoodDocument } from "./document";
export { PRICE_EDGES_FEN } from "./search-shelf/tables";
export { SHELF_TOLD } from "./search-shelf/told";
export { didYouMean, lastWordOf, vocabularyOf, type Word, type WordKind } from "./vocabulary";
export { searchDocument, searchQuery } from "./words";
export { ShelfService } from "./service";
export type { ShelfPage, ShelfRow } from "./service";

/** Key of the module in the container. */
export const SHELF_MODULE = "shelf";

export default Module(SHELF_MODULE, { service: ShelfService });

/** Story: addresses and texts of public pages, and the screening of texts for personal data. */
import { Module } from "@medusajs/framework/utils";

import { StoryModuleService } from "./service";

/** Key under which the container holds the service. */
export const STORY_MODULE = "story";

export { findPersonalData } from "./screening";
export type { Page, StoryModuleService } from "./service";

export default Module(STORY_MODULE, { service: StoryModuleService });

/** Follow: who follows whom, news, and mails on their way. */
import { Module } from "@medusajs/framework/utils";

import { FollowModuleService } from "./service";

/** Key under which the container holds the service. */
export const FOLLOW_MODULE = "follow";

export type { DueMail, FollowModuleService } from "./service";

export default Module(FOLLOW_MODULE, { service: FollowModuleService });

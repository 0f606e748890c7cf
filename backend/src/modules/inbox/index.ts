/** Every payment notification is written down before it is answered, and worked off exactly once. */
import { Module } from "@medusajs/framework/utils";

import { InboxService } from "./service";

/** The key of the module in the container. */
export const INBOX_MODULE = "inbox";

export type { InboxService } from "./service";
export type { InboxEvent } from "./event-table";

export default Module(INBOX_MODULE, { service: InboxService });

/** Counts failed logins, per account and per address, in the database that all processes share. */
import { Module } from "@medusajs/framework/utils";

import { DoorkeeperService } from "./service";

/** The key of the module in the container. */
export const DOORKEEPER_MODULE = "doorkeeper";

export type { DoorkeeperService, Knock } from "./service";

export default Module(DOORKEEPER_MODULE, { service: DoorkeeperService });

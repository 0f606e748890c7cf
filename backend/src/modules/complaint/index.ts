/** Complaint: what buyers find wrong with goods, who answers until when, and what goes back for it, once. */
import { Module } from "@medusajs/framework/utils";

import { ComplaintModuleService } from "./service";

/** Key under which the container holds the service. */
export const COMPLAINT_MODULE = "complaint";

export { afterDays, worthOfUnits } from "./worth";
export type {
  ComplaintEvent,
  ComplaintModuleService,
  DueMail,
  KeptComplaint,
  Move,
  NewComplaint,
} from "./service";

export default Module(COMPLAINT_MODULE, { service: ComplaintModuleService });

/** SMS: an outbox, and the provider that a setting names. Without a setting there is none. */
import { Module } from "@medusajs/framework/utils";

import { SmsModuleService } from "./service";

/** Key under which the container holds the service. */
export const SMS_MODULE = "sms";

export type { SmsModuleService } from "./service";
export type { OutboxMessage } from "./outbox";

export default Module(SMS_MODULE, { service: SmsModuleService });

/** Mail: Medusa's notification provider for the channel "email", over SMTP where a server is set. */
import { ModuleProvider, Modules } from "@medusajs/framework/utils";

import { MailProvider } from "./service";

export default ModuleProvider(Modules.NOTIFICATION, { services: [MailProvider] });

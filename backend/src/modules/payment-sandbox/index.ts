/** A payment provider to play with on one's own machine: success, decline, or a late answer. */
import { ModuleProvider, Modules } from "@medusajs/framework/utils";

import { SandboxPaymentProvider } from "./service";

export default ModuleProvider(Modules.PAYMENT, { services: [SandboxPaymentProvider] });

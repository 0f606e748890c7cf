/** Bank transfer: the order is placed and waits; the seller or the operator confirms that money came. */
import { ModuleProvider, Modules } from "@medusajs/framework/utils";

import { BankTransferProvider } from "./service";

export default ModuleProvider(Modules.PAYMENT, { services: [BankTransferProvider] });

/**
 * Locks that exclude across processes: one row per key, leased for a time, freed by the clock of the
 * database when its owner dies.
 */
import { ModuleProvider, Modules } from "@medusajs/framework/utils";

import { LeaseLockingProvider } from "./service";

export default ModuleProvider(Modules.LOCKING, { services: [LeaseLockingProvider] });

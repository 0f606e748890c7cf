/** Pairing: which helping unit stands by which household, from when to when, and who is in charge. */
import { Module } from "@medusajs/framework/utils";

import { PairingModuleService } from "./service";

/** Key under which the container holds the service. */
export const PAIRING_MODULE = "pairing";

export {
  helpingUnitSchema,
  overlaps,
  pairingSchema,
  type HelpingUnit,
  type HelpingUnitInput,
  type HouseholdPairing,
  type PairingInput,
} from "./pairing";
export type { PairingModuleService } from "./service";

export default Module(PAIRING_MODULE, { service: PairingModuleService });

/** Household: the file of each household, its members, and its private numbers under lock. */
import { Module } from "@medusajs/framework/utils";

import { HouseholdModuleService } from "./service";

/** Key under which the container holds the service. */
export const HOUSEHOLD_MODULE = "household";

export { householdInputSchema, relations, type HouseholdInput } from "./household-input";
export type {
  FullPayee,
  HouseholdFace,
  HouseholdFile,
  HouseholdFilters,
  HouseholdMember,
  HouseholdRow,
  NewCard,
  NewRecipient,
  Payee,
  Recipient,
} from "./rows";
export type { ChangingMembers } from "./member-types";
export type { HouseholdModuleService } from "./service";

export default Module(HOUSEHOLD_MODULE, { service: HouseholdModuleService });

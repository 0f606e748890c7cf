/** Division: the tree of administrative divisions and the names of places. */
import { Module } from "@medusajs/framework/utils";

import { DivisionModuleService } from "./service";

/** Key under which the container holds the service. */
export const DIVISION_MODULE = "division";

export {
  codeOfScope,
  divisionRowSchema,
  levelOf,
  prefixOf,
  type Division,
  type DivisionLevel,
  type DivisionRow,
} from "./tree";
export type { DivisionModuleService } from "./service";

export default Module(DIVISION_MODULE, { service: DivisionModuleService });

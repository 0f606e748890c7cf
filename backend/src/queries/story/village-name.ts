/** Whether a division is a village, and what it is called. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";

/** @returns null for a code that is no village */
export async function villageName(scope: MedusaContainer, code: string): Promise<string | null> {
  const found = await scope.resolve<DivisionModuleService>(DIVISION_MODULE).byCodes([code]);
  const division = found.get(code);
  return division?.level === "village" ? division.name : null;
}

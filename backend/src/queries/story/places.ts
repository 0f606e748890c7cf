/** Names of counties, townships and villages for public pages. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";

/** Where somebody is, as far as a public page may tell. */
export interface Place {
  county_code: string;
  county_name: string;
  township_name: string;
  village_name: string;
}

const countyOf = (code: string) => code.slice(0, 6).padEnd(12, "0");
const townshipOf = (code: string) => code.slice(0, 9).padEnd(12, "0");

/** Names by 12-digit code; what is unknown has empty names. */
export async function placesOf(
  scope: MedusaContainer,
  codes: readonly string[],
): Promise<(code: string) => Place> {
  const divisions = scope.resolve<DivisionModuleService>(DIVISION_MODULE);
  const names = await divisions.namesOf(
    codes.flatMap((code) => [code, countyOf(code), townshipOf(code)]),
  );
  return (code) => ({
    county_code: code.slice(0, 6),
    county_name: names.get(countyOf(code)) ?? "",
    township_name: code.slice(6, 9) === "000" ? "" : (names.get(townshipOf(code)) ?? ""),
    village_name: code.endsWith("000") ? "" : (names.get(code) ?? ""),
  });
}

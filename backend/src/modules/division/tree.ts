/** The shape of the division tree: what a 12-digit code says by itself. Pure. */
import { customPinyin, pinyin } from "pinyin-pro";
import { z } from "zod";

import { divisionCodeSchema, nameSchema } from "../../contract/common";

/** Levels with the number of digits that tell one place of that level from another. */
const levels = { province: 2, city: 4, county: 6, township: 9, village: 12 } as const;

/** A level of the tree. */
export type DivisionLevel = keyof typeof levels;

const levelSchema = z.enum(["province", "city", "county", "township", "village"]);

/** One division to import; pinyin is made from the name when it is left out. */
export const divisionRowSchema = z.strictObject({
  code: divisionCodeSchema,
  name: nameSchema,
  level: levelSchema,
  parent_code: divisionCodeSchema.nullable(),
  pinyin: z
    .string()
    .regex(/^[a-z]{1,120}$/)
    .optional(),
});

/** One division to import. */
export type DivisionRow = z.infer<typeof divisionRowSchema>;

/** A division as it is kept. */
export interface Division {
  code: string;
  name: string;
  level: DivisionLevel;
  parent_code: string | null;
  pinyin: string;
}

/**
 * The level that a full code speaks of: the first one after which only zeros follow.
 *
 * @param code 12 digits
 * @source GB/T 2260 and GB/T 10114
 */
export function levelOf(code: string): DivisionLevel {
  if (code.slice(2) === "0".repeat(10)) return "province";
  if (code.slice(4) === "0".repeat(8)) return "city";
  if (code.slice(6) === "0".repeat(6)) return "county";
  return code.slice(9) === "000" ? "township" : "village";
}

/**
 * The prefix that a place and everything under it share: 360722101000 is "360722101".
 *
 * @param code a full code, or a prefix, which stays as it is
 */
export function prefixOf(code: string): string {
  return code.length === 12 ? code.slice(0, levels[levelOf(code)]) : code;
}

/** The full code of a scope: "350583" is 350583000000. */
export function codeOfScope(scope: string): string {
  return scope.padEnd(12, "0");
}

// NOTE: county names keep readings that a general dictionary gets wrong.
customPinyin({ 蔚县: "yù xiàn", 单县: "shàn xiàn", 洪洞: "hóng tóng" });

/** The name in letters without tones: "信丰县" is "xinfengxian". */
export function pinyinOf(name: string): string {
  return pinyin(name, { toneType: "none", type: "array", v: true })
    .join("")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}

/** A household's income of a year in two columns: what the platform credited, and what a cadre verified. */
import { z } from "zod";

import { idSchema, textSchema } from "./common";
import { graded, type Grade, type Graded } from "./grades";
import { fenSchema } from "./money";

/** A figure of one grade, as replies carry it. */
export function gradedSchema<G extends Grade>(grade: G) {
  return z
    .object({ grade: z.literal(grade), fen: fenSchema })
    .transform(({ fen }): Graded<G> => graded(grade, fen));
}

/** A year that can be verified. */
export const yearSchema = z.coerce.number().int().min(2011).max(2100);
/** A household and a year. */
export const yearParams = z.strictObject({ id: idSchema, year: yearSchema });

/** What may differ from the platform's figure and then needs its reason. */
export const comparedCategories = ["wage", "business", "property", "transfer"] as const;
/** A category in which the two columns are compared. */
export type ComparedCategory = (typeof comparedCategories)[number];

/** No household of ours earns more in a year: a hundred million yuan. */
const yearFen = z.int().min(0).max(10_000_000_000);

/** What a cadre found: the year's income by category, with a reason wherever the platform says otherwise. */
export const verifiedIncomeBodySchema = z.strictObject({
  /** The version that was on the screen; 0 when there was none. */
  base_version: z.int().min(0),
  wage_fen: yearFen,
  business_gross_fen: yearFen,
  business_cost_fen: yearFen,
  property_fen: yearFen,
  transfer_fen: yearFen,
  /** One-off gifts, bonuses and earmarked grants: kept, never counted. */
  uncounted_fen: yearFen,
  reasons: z.strictObject({
    wage: textSchema(200).optional(),
    business: textSchema(200).optional(),
    property: textSchema(200).optional(),
    transfer: textSchema(200).optional(),
  }),
  evidence_note: textSchema(300),
});
/** What a cadre found. */
export type VerifiedIncomeBody = z.infer<typeof verifiedIncomeBodySchema>;

/** One column: every figure of it has the same grade. */
function columnSchema<G extends Grade>(grade: G) {
  const figure = gradedSchema(grade);
  return z.object({
    wage: figure,
    business_gross: figure,
    /** The platform does not see what production cost. */
    business_cost: figure.nullable(),
    property: figure,
    transfer: figure,
    net: figure,
    uncounted: figure,
    /** Null while nobody shares the household. */
    net_per_head: figure.nullable(),
  });
}

const reasonsSchema = z.partialRecord(z.enum(comparedCategories), z.string());

/** The two columns of a year, and every version of the verified one. */
export const yearReplySchema = z.object({
  year: z.int(),
  from: z.string(),
  to: z.string(),
  /** Members who shared the household on each day, added up over the days. */
  member_days: z.int(),
  days: z.int(),
  platform: columnSchema("measured"),
  verified: columnSchema("verified").nullable(),
  versions: z.array(
    z.object({
      version: z.int(),
      deed: z.enum(["entered", "changed", "checked"]),
      net: gradedSchema("verified"),
      reasons: reasonsSchema,
      evidence_note: z.string(),
      entered_by: z.string(),
      entered_at: z.string(),
    }),
  ),
  /** What the platform measured in the twelve months to today. */
  rolling: z.object({
    from: z.string(),
    to: z.string(),
    net: gradedSchema("measured"),
    net_per_head: gradedSchema("measured").nullable(),
  }),
});

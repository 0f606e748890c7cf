/** Clearance of gluts: a dated offer on one variant, at a lower price, for so many units. */
import { z } from "zod";

import { daySchema, idSchema, textSchema } from "./common";
import { partSchema } from "./goods";
import { fenSchema, positiveFenSchema } from "./money";

/** Where an offer stands: a proposal waits for a second person. */
export const clearanceStates = ["proposed", "open", "ended", "refused"] as const;
/** Where an offer stands. */
export type ClearanceState = (typeof clearanceStates)[number];

/** Why an offer is over. */
export const clearanceEnds = ["sold_out", "day_over", "withdrawn"] as const;
/** Why an offer is over. */
export type ClearanceEnd = (typeof clearanceEnds)[number];

/** An offer to open. */
export const clearanceBodySchema = z.strictObject({
  variant_id: idSchema,
  price_fen: z.int().min(1).max(100_000_00),
  quantity: z.int().min(1).max(1_000_000),
  reason: textSchema(200),
  /** The last day on which it holds, in Shanghai. */
  last_on: daySchema,
});
/** An offer to open. */
export type ClearanceBody = z.infer<typeof clearanceBodySchema>;

/** What the second person, or the one who withdraws, decides. */
export const clearanceStepBodySchema = z.strictObject({
  verb: z.enum(["approve", "refuse", "end"]),
});

/** One open offer as buyers see it. */
export const clearanceSchema = z.object({
  variant_id: z.string(),
  handle: z.string(),
  title: z.string(),
  title_en: z.string(),
  variant_title: z.string(),
  picture: z.string().nullable(),
  category: z.string(),
  county_name: z.string(),
  township_name: z.string(),
  cooperative: z.string(),
  household_count: z.int(),
  price_fen: positiveFenSchema,
  /** What the same goods cost before and will cost afterwards. */
  usual_fen: positiveFenSchema,
  quantity: z.int(),
  left: z.int(),
  reason: z.string(),
  last_on: z.string(),
  in_stock: z.boolean(),
  household_fen: fenSchema,
  breakdown: z.array(partSchema),
});

/** Every open offer, the one that ends first at the top. */
export const clearancesReplySchema = z.object({ clearances: z.array(clearanceSchema) });

/** One offer as the people behind it see it. */
export const ownClearanceSchema = z.object({
  id: z.string(),
  product_id: z.string(),
  variant_id: z.string(),
  title: z.string(),
  variant_title: z.string(),
  price_fen: positiveFenSchema,
  usual_fen: positiveFenSchema,
  floor_fen: positiveFenSchema,
  below_floor: z.boolean(),
  quantity: z.int(),
  sold: z.int(),
  reason: z.string(),
  last_on: z.string(),
  state: z.enum(clearanceStates),
  ended_why: z.enum(clearanceEnds).nullable(),
  /** A cadre proposed it for a household. */
  by_official: z.boolean(),
  /** Whether the one who asks proposed it: then somebody else decides. */
  mine: z.boolean(),
  created_at: z.string(),
});
/** One offer as the people behind it see it. */
export type OwnClearance = z.infer<typeof ownClearanceSchema>;

/** One offer. */
export const ownClearanceReplySchema = z.object({ clearance: ownClearanceSchema });
/** The offers of a cooperative, the newest first. */
export const ownClearancesReplySchema = z.object({
  clearances: z.array(ownClearanceSchema),
  /** Below this part of the usual price a second person decides. */
  floor_ppm: z.int(),
});

/** A household's goods that a cadre may propose for clearance, and what was proposed. */
export const householdClearancesReplySchema = z.object({
  goods: z.array(
    z.object({
      variant_id: z.string(),
      title: z.string(),
      variant_title: z.string(),
      cooperative: z.string(),
      price_fen: positiveFenSchema,
      stock: z.int(),
    }),
  ),
  clearances: z.array(ownClearanceSchema),
});

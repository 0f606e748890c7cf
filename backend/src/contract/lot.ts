/** A lot as the code on its box shows it: from the field to the table. */
import { z } from "zod";

import { daySchema, pageSchema, textSchema } from "./common";
import { certificateSchema } from "./goods";

/** A test report of a lot. */
const reportFields = {
  title: textSchema(80),
  laboratory: textSchema(80),
  number: textSchema(60),
  tested_on: daySchema,
  passed: z.boolean(),
};
/** A test report to record. */
export const lotReportBodySchema = z.strictObject(reportFields);
const reportSchema = z.object({
  title: z.string(),
  laboratory: z.string(),
  number: z.string(),
  tested_on: z.string(),
  passed: z.boolean(),
});
/** A test report of a lot. */
export type LotReport = z.infer<typeof reportSchema>;

/** How an origin dispute ends. */
const disputeOutcomes = ["origin_confirmed", "false_origin"] as const;
/** How an origin dispute ends. */
export type DisputeOutcome = (typeof disputeOutcomes)[number];

const disputeSchema = z.object({
  outcome: z.enum(disputeOutcomes).nullable(),
  opened_on: z.string(),
  resolved_on: z.string().nullable(),
});
/** Where an origin dispute stands; `outcome` is null while it is open. */
export type LotDispute = z.infer<typeof disputeSchema>;

const linkSchema = z.object({ name: z.string(), handle: z.string() });

/** The lot behind a code. */
export const lotReplySchema = z.object({
  lot: z.object({
    /** What is printed on the box. */
    code: z.string(),
    /** What the cooperative calls it. */
    name: z.string(),
    harvested_on: z.string(),
    listed_on: z.string(),
    /** First day on which a box of it was sent; null before. */
    shipped_on: z.string().nullable(),
    weight_g: z.int(),
    county_name: z.string(),
    cooperative: z.object({ name: z.string(), handle: z.string().nullable() }),
    goods: z.array(
      z.object({
        handle: z.string(),
        title: z.string(),
        title_en: z.string(),
        picture: z.string().nullable(),
        category: z.string(),
        for_sale: z.boolean(),
      }),
    ),
    /**
     * Deliveries by village. A village stands alone only when five households of it delivered, or when
     * all who did agreed to be named with it; the others stand together under their township.
     */
    deliveries: z.array(
      z.object({
        township_name: z.string(),
        village: z.object({ name: z.string(), handle: z.string().nullable() }).nullable(),
        weight_g: z.int(),
      }),
    ),
    /** Households that agreed to be shown. */
    households: z.array(linkSchema.extend({ township_name: z.string() })),
    /** How many others delivered. */
    others: z.int(),
    certificates: z.array(
      certificateSchema.extend({ state: z.enum(["valid", "expired", "not_yet"]) }),
    ),
    reports: z.array(reportSchema),
    dispute: disputeSchema.nullable(),
  }),
});
/** The lot behind a code. */
export type Lot = z.infer<typeof lotReplySchema>["lot"];

/** Lots of a cooperative. */
export const ownLotsReplySchema = z.object({
  lots: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      harvested_on: z.string(),
      weight_g: z.int(),
      titles: z.array(z.string()),
      reports: z.array(reportSchema),
      dispute: disputeSchema.nullable(),
    }),
  ),
  count: z.int(),
});

/** Lots to which households of an official's area are said to have delivered. */
export const areaLotsReplySchema = z.object({
  lots: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      cooperative: z.string(),
      titles: z.array(z.string()),
      harvested_on: z.string(),
      /** Households of the area that are named behind it. */
      households: z.array(z.string()),
      weight_g: z.int(),
      dispute: disputeSchema.extend({ id: z.string() }).nullable(),
    }),
  ),
  count: z.int(),
  may_resolve: z.boolean(),
});

/** Which lots to list. */
export const areaLotsQuerySchema = z.strictObject({
  state: z.enum(["all", "disputed"]).default("all"),
  ...pageSchema,
});

/** A producer or its village denies the origin. */
export const originDisputeBodySchema = z.strictObject({ statement: textSchema(300) });
/** How it ends. */
export const originResolutionBodySchema = z.strictObject({
  outcome: z.enum(disputeOutcomes),
  reason: textSchema(300),
});

/** Public pages of villages, households, cooperatives and enterprises. */
import { z } from "zod";

import { textSchema } from "./common";
import { certificateSchema, goodCardSchema } from "./goods";
import { fenSchema } from "./money";

/** A kind of page. */
export type StoryKind = "village" | "household" | "cooperative" | "enterprise";

const storyTextSchema = z.object({ zh: z.string(), en: z.string() });
/** What is told, in both languages; the English may be empty. */
export type StoryText = z.infer<typeof storyTextSchema>;

/** A text to publish. */
export const storyBodySchema = z.strictObject({
  zh: textSchema(1200),
  en: textSchema(2400).or(z.literal("")).default(""),
});

const linkSchema = z.object({ name: z.string(), handle: z.string() });
const placeSchema = z.object({
  county_code: z.string(),
  county_name: z.string(),
  township_name: z.string(),
});

/** A household, as far as its consent goes. */
export const householdStoryReplySchema = z.object({
  household: placeSchema.extend({
    handle: z.string(),
    alias: z.string(),
    /** Told only with a consent of its own. */
    village: linkSchema.nullable(),
    story: storyTextSchema.nullable(),
    lots: z.array(z.object({ code: z.string(), title: z.string(), harvested_on: z.string() })),
    goods: z.array(goodCardSchema),
  }),
});

/** A public figure of a group: both are null while it has fewer than five households. */
const groupTotalSchema = z.object({
  grade: z.literal("measured"),
  households: z.int().nullable(),
  credited_fen: fenSchema.nullable(),
});

/** A village: one village, one product, one shop. */
export const villageStoryReplySchema = z.object({
  village: placeSchema.extend({
    handle: z.string(),
    name: z.string(),
    story: storyTextSchema.nullable(),
    /** The goods of which the village delivers most. */
    flagship: goodCardSchema.nullable(),
    goods: z.array(goodCardSchema),
    /** Households that agreed to have a page and to be named with their village. */
    households: z.array(linkSchema),
    cooperatives: z.array(linkSchema),
    totals: groupTotalSchema,
  }),
});

/** A cooperative. */
export const cooperativeStoryReplySchema = z.object({
  cooperative: z.object({
    handle: z.string(),
    name: z.string(),
    county_code: z.string(),
    county_name: z.string(),
    approved_on: z.string().nullable(),
    story: storyTextSchema.nullable(),
    certificates: z.array(certificateSchema.extend({ title: z.string() })),
    villages: z.array(linkSchema),
    /** Households behind its goods; null when they are fewer than five. */
    households: z.int().nullable(),
    goods: z.array(goodCardSchema),
    count: z.int(),
  }),
});

/** An enterprise or another helping unit. */
export const enterpriseStoryReplySchema = z.object({
  enterprise: z.object({
    handle: z.string(),
    name: z.string(),
    kind: z.enum(["enterprise", "public_unit", "social_organisation"]),
    county_code: z.string(),
    county_name: z.string(),
    help: z.string(),
    /** Households it is paired with; null when they are fewer than five. */
    households: z.int().nullable(),
    goods: z.array(goodCardSchema),
  }),
});

/** All pages that may be shown. */
export const storiesReplySchema = z.object({
  villages: z.array(linkSchema.extend({ county_name: z.string(), township_name: z.string() })),
  households: z.array(linkSchema.extend({ county_name: z.string(), township_name: z.string() })),
  cooperatives: z.array(linkSchema.extend({ county_name: z.string() })),
  enterprises: z.array(linkSchema.extend({ county_name: z.string() })),
});

/** One part of the goods that search engines are told of; the first is 1. */
export const sitemapQuerySchema = z.strictObject({
  part: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** Addresses of goods for search engines. */
export const sitemapReplySchema = z.object({
  goods: z.array(z.object({ handle: z.string(), changed_on: z.string() })),
  parts: z.int(),
});

/** Where the people behind a good have their pages. */
export const goodStoriesReplySchema = z.object({
  lot: z.string().nullable(),
  cooperative: z.string().nullable(),
  enterprise: z.string().nullable(),
  households: z.array(z.object({ alias: z.string(), handle: z.string() })),
});

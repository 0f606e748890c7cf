/** Goods as buyers see them: cards, pages, price breakdowns. */
import { z } from "zod";

import { adoptionKinds, goodAdoptionSchema } from "./adoption-terms";
import { divisionScopeSchema, idSchema, pageSchema, searchTextSchema } from "./common";
import { fenSchema, positiveFenSchema } from "./money";
import { goodSorts, parties } from "./words";

/** One part of a price or of a paid line. */
export const partSchema = z.object({
  party: z.enum(parties),
  label: z.string(),
  amount_fen: fenSchema,
});

/** A certificate shown with its dates. */
export const certificateSchema = z.object({
  kind: z.string(),
  number: z.string(),
  issued_on: z.string(),
  valid_to: z.string().nullable(),
});

/** What buyers think of a good, in short. */
const starsSchema = z.object({
  count: z.int().min(1),
  /** Mean of the stars in hundredths, rounded half up: 467 is 4.67. */
  mean_hundredths: z.int().min(100).max(500),
});

/** What a list shows of one good; read from one denormalised row. */
export const goodCardSchema = z.object({
  product_id: z.string(),
  handle: z.string(),
  title: z.string(),
  title_en: z.string(),
  category: z.string(),
  picture: z.string().nullable(),
  price_fen: positiveFenSchema,
  in_stock: z.boolean(),
  /** Favoured by the rule of its place: most households behind it had no income for long. */
  favoured: z.boolean(),
  cooperative: z.string(),
  county_code: z.string(),
  county_name: z.string(),
  township_name: z.string(),
  household_count: z.int(),
  /** What reaches the households of the lowest price. */
  household_fen: positiveFenSchema,
  breakdown: z.array(partSchema),
  /** The lowest price is a clearance offer's. */
  clearance: z
    .object({ usual_fen: positiveFenSchema, last_on: z.string() })
    .nullable()
    .default(null),
  /** A tree to adopt, or goods of a harvest that is still to come. */
  adoption: z
    .object({ kind: z.enum(adoptionKinds), harvest_from: z.string() })
    .nullable()
    .default(null),
  /** Null when nobody has reviewed it. */
  rating: starsSchema.nullable().default(null),
});
/** What a list shows of one good. */
export type GoodCard = z.infer<typeof goodCardSchema>;

/** Filters of the list of goods. */
export const goodsQuerySchema = z.strictObject({
  q: searchTextSchema.optional(),
  category: z.string().max(40).optional(),
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  township: divisionScopeSchema.optional(),
  /** Public alias of a household. */
  household: z.string().max(40).optional(),
  cooperative: idSchema.optional(),
  min_price_fen: z.coerce.number().int().min(0).max(100_000_000).optional(),
  max_price_fen: z.coerce.number().int().min(0).max(100_000_000).optional(),
  /** Kind of a certificate. */
  certificate: z.string().max(60).optional(),
  /** Only goods that are favoured by rule. */
  favoured: z.literal("1").optional(),
  sort: z.enum(goodSorts).default("relevance"),
  ...pageSchema,
});

const facetSchema = z.array(z.object({ key: z.string(), label: z.string(), count: z.int() }));

/** A page of goods. */
export const goodsReplySchema = z.object({
  goods: z.array(goodCardSchema),
  count: z.int(),
  /** Whether there are more than `count` says; facets count the same part then. */
  at_least: z.boolean(),
  /** Near words that find something, when nothing was found. */
  did_you_mean: z.string().nullable(),
  facets: z.object({
    category: facetSchema,
    county: facetSchema,
    /** Townships of the chosen county; empty while none is chosen. */
    township: facetSchema,
    cooperative: facetSchema,
    /** Goods by the kind of their certificates. */
    certificate: facetSchema,
    /** Ranges of the lowest price, both ends included; null where a range is open. */
    price: z.array(
      z.object({ from_fen: fenSchema.nullable(), to_fen: fenSchema.nullable(), count: z.int() }),
    ),
    /** How many goods are favoured by rule. */
    favoured: z.int(),
  }),
});

/** What a buyer has typed so far. */
export const suggestionsQuerySchema = z.strictObject({ q: searchTextSchema });

/** How what is being typed may go on. */
export const suggestionsReplySchema = z.object({
  suggestions: z.array(
    z.object({
      /** The whole text as it would stand in the field. */
      text: z.string(),
      kind: z.enum(["good", "place", "category"]),
      /** Goods that carry the last word. */
      goods: z.int(),
    }),
  ),
});

/** One good, whole. */
export const goodReplySchema = z.object({
  good: z.object({
    product_id: z.string(),
    handle: z.string(),
    title: z.string(),
    title_en: z.string(),
    description: z.string(),
    description_en: z.string(),
    category: z.string(),
    county_code: z.string(),
    county_name: z.string(),
    township_name: z.string(),
    images: z.array(z.string()),
    certificates: z.array(certificateSchema),
    cooperative: z.object({ id: z.string(), name: z.string(), county_name: z.string() }),
    pairing_enterprise: z.object({ name: z.string(), help: z.string() }).nullable(),
    lot: z.object({ code: z.string(), harvested_on: z.string(), weight_g: z.int() }).nullable(),
    /** Null for goods that are delivered at once. */
    adoption: goodAdoptionSchema.nullable(),
    /** Null when nobody has reviewed it; a moment behind the reviews themselves. */
    rating: starsSchema.nullable().default(null),
    households: z.array(
      z.object({ alias: z.string(), division_name: z.string(), share_ppm: z.int() }),
    ),
    variants: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        price_fen: positiveFenSchema,
        in_stock: z.boolean(),
        /** Units for sale, shown only when few are left; null means enough. */
        few_left: z.int().nullable(),
        breakdown: z.array(partSchema),
        /** The price is a clearance offer's, for so many units and until that day. */
        clearance: z
          .object({
            usual_fen: positiveFenSchema,
            left: z.int(),
            reason: z.string(),
            last_on: z.string(),
          })
          .nullable(),
      }),
    ),
  }),
});
/** One good, whole. */
export type Good = z.infer<typeof goodReplySchema>["good"];

/** Public totals: settled and later only; groups under five households are null. */
export const totalsReplySchema = z.object({
  /** What the platform credited is measured; verified and estimated figures are never among these. */
  grade: z.literal("measured"),
  households: z.int().nullable(),
  credited_fen: fenSchema.nullable(),
  counties: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      households: z.int().nullable(),
      credited_fen: fenSchema.nullable(),
    }),
  ),
});

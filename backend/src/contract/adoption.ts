/** Adoption and pre-order: a tree for a season, or goods of a coming harvest; paid now, delivered then. */
import { z } from "zod";

import {
  adoptionKinds,
  adoptionTermsSchema,
  adoptionUpdateSchema,
  goodAdoptionSchema,
} from "./adoption-terms";
import { daySchema, idSchema, textSchema } from "./common";
import { goodCardSchema } from "./goods";
import { positiveFenSchema } from "./money";

/** An offer to list: one household's trees. */
export const adoptionBodySchema = z
  .strictObject({
    kind: z.enum(adoptionKinds),
    title: textSchema(60),
    title_en: textSchema(120).optional(),
    description: textSchema(2000),
    description_en: textSchema(2000).optional(),
    category: z.string().min(1).max(40),
    images: z
      .array(z.string().regex(/^\/[A-Za-z0-9/_.-]{3,200}$/))
      .max(8)
      .default([]),
    household_id: idSchema,
    season: textSchema(40),
    harvest_from: daySchema,
    harvest_to: daySchema,
    yield_text: textSchema(120),
    yield_g: z.int().min(1).max(1_000_000),
    trees: z.int().min(1).max(2000),
    price_fen: z.int().min(1).max(100_000_00),
    service_ppm: z.int().min(0).max(900_000),
    packing_fen: positiveFenSchema,
    freight_fen: positiveFenSchema,
    lot_code: textSchema(40),
  })
  .refine(({ harvest_from, harvest_to }) => harvest_to >= harvest_from, {
    path: ["harvest_to"],
    message: "不能早于开始采收 / not before the harvest begins",
  });
/** An offer to list. */
export type AdoptionBody = z.infer<typeof adoptionBodySchema>;

/** News to tell all who have adopted. */
export const adoptionUpdateBodySchema = z.strictObject({
  text: textSchema(500),
  picture: z
    .string()
    .regex(/^\/[A-Za-z0-9/_.-]{3,200}$/)
    .optional(),
});

/** What each tree has really given. */
export const harvestBodySchema = z.strictObject({ per_tree_g: z.int().min(0).max(1_000_000) });

/** An offer as its cooperative sees it. */
export const ownAdoptionSchema = adoptionTermsSchema.extend({
  product_id: z.string(),
  handle: z.string(),
  title: z.string(),
  status: z.string(),
  price_fen: positiveFenSchema,
  adopted: z.int(),
  harvested_g: z.int().nullable(),
  /** What went back to buyers because the harvest was poor. */
  compensated_fen: positiveFenSchema,
  updates: z.array(adoptionUpdateSchema),
});
/** One offer. */
export const ownAdoptionReplySchema = z.object({ adoption: ownAdoptionSchema });
/** The offers of a cooperative, the newest first. */
export const ownAdoptionsReplySchema = z.object({ adoptions: z.array(ownAdoptionSchema) });

/** Every offer that can be adopted, the nearest harvest first. */
export const adoptionsReplySchema = z.object({
  adoptions: z.array(adoptionTermsSchema.extend({ good: goodCardSchema, left: z.int() })),
});

/** The trees of an order. */
export const orderAdoptionsReplySchema = z.object({
  adoptions: z.array(
    goodAdoptionSchema.extend({
      order_line_id: z.string(),
      title: z.string(),
      /** Numbers of the trees on their plates; empty for a pre-order, or while they are being assigned. */
      tree_numbers: z.array(z.int()),
      harvested_g: z.int().nullable(),
      compensation_fen: positiveFenSchema,
    }),
  ),
  /** Whether the buyer may still cancel: before the harvest begins and nothing has left. */
  cancellable: z.boolean(),
});

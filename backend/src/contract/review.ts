/** Reviews: what buyers say of goods that they received, with photos; one for each line of an order. */
import { z } from "zod";

import { idSchema, textSchema } from "./common";

/** Photos of one review or one complaint at most. */
export const MOST_PHOTOS = 6;

/** Photos by the ids that their upload answered; each once. */
export const photosSchema = z
  .array(idSchema)
  .max(MOST_PHOTOS)
  .refine((ids) => new Set(ids).size === ids.length, "同一张照片写了两次 / a photo stands twice")
  .default([]);

/** What a buyer says. */
export const reviewBodySchema = z.strictObject({
  order_line_id: idSchema,
  stars: z.int().min(1).max(5),
  text: textSchema(500).refine((text) => text.length >= 4, "至少写 4 个字 / at least 4 characters"),
  photos: photosSchema,
  /** Without a name; else the first sign of the buyer's name is shown. */
  anonymous: z.boolean().default(false),
});
/** What a buyer says. */
export type ReviewBody = z.output<typeof reviewBodySchema>;

/** The seller's one answer. */
export const reviewAnswerBodySchema = z.strictObject({ text: textSchema(300) });

/** The operator hides a review from the page, or shows it again. */
export const reviewHidingBodySchema = z.strictObject({
  hidden: z.boolean(),
  reason: textSchema(200),
});

/** A review as everybody sees it. */
export const reviewSchema = z.object({
  id: z.string(),
  stars: z.int(),
  text: z.string(),
  /** The masked name; null when the buyer wants none shown. */
  by: z.string().nullable(),
  variant_title: z.string(),
  photos: z.array(z.string()),
  written_at: z.string(),
  answer: z.object({ text: z.string(), at: z.string() }).nullable(),
});
/** A review as everybody sees it. */
export type Review = z.infer<typeof reviewSchema>;

/** How goods are rated; kept beside the reviews, never counted anew for a page. */
export const ratingSchema = z.object({
  count: z.int(),
  /** Mean of the stars in hundredths, rounded half up: 467 is 4.67; null without a review. */
  mean_hundredths: z.int().nullable(),
  /** How many gave one, two … five stars. */
  by_stars: z.array(z.int()).length(5),
});
/** How goods are rated. */
export type Rating = z.infer<typeof ratingSchema>;

/** Reviews of goods, the newest first. */
export const reviewsReplySchema = z.object({
  rating: ratingSchema,
  reviews: z.array(reviewSchema),
  /** Place of the next page; null on the last one. */
  next_offset: z.int().nullable(),
});

/** A review as its seller and the operator see it. */
export const keptReviewSchema = reviewSchema.extend({
  title: z.string(),
  handle: z.string().nullable(),
  cooperative: z.string(),
  hidden: z.object({ reason: z.string(), at: z.string() }).nullable(),
});
/** A review as its seller and the operator see it. */
export type KeptReview = z.infer<typeof keptReviewSchema>;

/** One review. */
export const keptReviewReplySchema = z.object({ review: keptReviewSchema });
/** Reviews as their seller and the operator see them. */
export const keptReviewsReplySchema = z.object({
  reviews: z.array(keptReviewSchema),
  count: z.int(),
});

/** An uploaded photo, to be named in a review or a complaint. */
export const photoReplySchema = z.object({ photo: z.object({ id: z.string() }) });

/** What an adoption or a pre-order is about: shown beside the goods. */
import { z } from "zod";

/** A tree that one has for a season, or a share of a harvest that is still to come. */
export const adoptionKinds = ["tree", "pre_order"] as const;

/** What an offer is about: shown with the goods. */
export const adoptionTermsSchema = z.object({
  kind: z.enum(adoptionKinds),
  season: z.string(),
  harvest_from: z.string(),
  harvest_to: z.string(),
  /** What is delivered for each tree or share, in words and in grams. */
  yield_text: z.string(),
  yield_g: z.int(),
  trees: z.int(),
  /** Public alias of the household behind all of it. */
  alias: z.string(),
});

/** News from the orchard. */
export const adoptionUpdateSchema = z.object({
  at: z.string(),
  text: z.string(),
  picture: z.string().nullable(),
});

/** What an offer is about, with its news, the newest first. */
export const goodAdoptionSchema = adoptionTermsSchema.extend({
  updates: z.array(adoptionUpdateSchema),
});

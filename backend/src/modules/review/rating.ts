/** How goods are rated, from the counts that are kept beside the reviews. Pure. */
import { z } from "zod";

import type { Rating } from "../../contract/review";

/** SQL that reads the counts. */
export const RATING = `select counts from product_rating`;

/** Goods that nobody has reviewed. */
export const NO_RATING: Rating = { count: 0, mean_hundredths: null, by_stars: [0, 0, 0, 0, 0] };

const countsRow = z.object({ counts: z.array(z.int()).length(5) });

/** A mean of stars is told in hundredths. */
const HUNDREDTHS = 100;

/**
 * @param row counts of one to five stars
 * @returns the mean in hundredths of a star, rounded half up
 */
export function rated(row: unknown): Rating {
  const { counts } = countsRow.parse(row);
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count === 0) return NO_RATING;
  const stars = counts.reduce((sum, one, index) => sum + one * (index + 1), 0);
  return { count, mean_hundredths: Math.round((stars * HUNDREDTHS) / count), by_stars: counts };
}

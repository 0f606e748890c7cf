/** A review as it stands in the database. */
import { z } from "zod";

const instant = z.coerce.date().transform((at) => at.toISOString());

/** A review. */
export const reviewRow = z.object({
  id: z.string(),
  order_id: z.string(),
  order_line_id: z.string(),
  product_id: z.string(),
  cooperative_id: z.string(),
  stars: z.int(),
  text: z.string(),
  by_name: z.string().nullable(),
  variant_title: z.string(),
  photos: z.array(z.string()),
  written_at: instant,
  answer: z.string().nullable(),
  answered_at: instant.nullable(),
  hidden_at: instant.nullable(),
  hidden_why: z.string().nullable(),
});
/** A review as it is kept. */
export type KeptReviewRow = z.infer<typeof reviewRow>;

/** A review to keep. */
export type NewReview = Pick<
  KeptReviewRow,
  | "id"
  | "order_id"
  | "order_line_id"
  | "product_id"
  | "cooperative_id"
  | "stars"
  | "text"
  | "by_name"
  | "variant_title"
  | "photos"
  | "written_at"
>;

/** Columns of a review. */
export const COLUMNS = `id, order_id, order_line_id, product_id, cooperative_id, stars, text, by_name, variant_title, photos,
  written_at, answer, answered_at, hidden_at, hidden_why`;

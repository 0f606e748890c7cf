/** Routes of reviews, and of the photos that buyers send. */
import { z } from "zod";

import { idSchema, pageSchema } from "./common";
import * as review from "./review";
import { anyone, done, idParams, operator, page, seller, type Route } from "./route";

const handleParams = z.strictObject({ handle: z.string().regex(/^[a-z0-9][a-z0-9-]{0,118}$/) });

/** A path with an order and one of its photos. */
const photoParams = z.strictObject({ id: idSchema, photo_id: idSchema });

/** Routes of reviews, and of the photos that buyers send. */
export const reviewRoutes = {
  "GET /store/goods/:handle/reviews": {
    ...anyone,
    params: handleParams,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(50).default(10),
      offset: pageSchema.offset,
    }),
    reply: review.reviewsReplySchema,
  },
  /** Multipart: the field `file`, a picture of 10 MB at most. */
  "POST /store/orders/:id/photos": {
    ...anyone,
    params: idParams,
    body: z.unknown(),
    reply: review.photoReplySchema,
  },
  /** Answers with the picture itself, as it was written anew. */
  "GET /store/orders/:id/photos/:photo_id": { ...anyone, params: photoParams, reply: done },
  "POST /store/orders/:id/reviews": {
    ...anyone,
    params: idParams,
    body: review.reviewBodySchema,
    reply: review.keptReviewReplySchema,
  },
  "GET /cooperative/reviews": { ...seller, query: page, reply: review.keptReviewsReplySchema },
  /** Once. */
  "POST /cooperative/reviews/:id/answer": {
    ...seller,
    params: idParams,
    body: review.reviewAnswerBodySchema,
    reply: review.keptReviewReplySchema,
  },
  "GET /admin/reviews": { ...operator, query: page, reply: review.keptReviewsReplySchema },
  "POST /admin/reviews/:id/hiding": {
    ...operator,
    params: idParams,
    body: review.reviewHidingBodySchema,
    reply: review.keptReviewReplySchema,
  },
} as const satisfies Record<string, Route>;

/** Reviews: as everybody sees them on the page of the goods, and as the seller and the operator do. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { KeptReview, Review } from "../../contract/review";
import type { Params, Query, Reply } from "../../contract/routes";
import { REVIEW_MODULE, type KeptReviewRow, type ReviewModuleService } from "../../modules/review";
import { refuse } from "../../refuse";

/**
 * A page of the reviews of goods that are for sale, the newest first.
 *
 * @throws refusal `not_found`
 */
export async function goodReviews(
  scope: MedusaContainer,
  { handle }: Params<"GET /store/goods/:handle/reviews">,
  { limit, offset }: Query<"GET /store/goods/:handle/reviews">,
): Promise<Reply<"GET /store/goods/:handle/reviews">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { id: string }[] }>(
    `select id from product where handle = ? and status = 'published' and deleted_at is null`,
    [handle],
  );
  const [product] = rows;
  if (!product) throw refuse("not_found");
  const service = scope.resolve<ReviewModuleService>(REVIEW_MODULE);
  const [rating, found] = await Promise.all([
    service.rating(product.id),
    service.shown(product.id, { limit: limit + 1, offset }),
  ]);
  return {
    rating,
    reviews: found.slice(0, limit).map(reviewOf),
    next_offset: found.length > limit ? offset + limit : null,
  };
}

function reviewOf(row: KeptReviewRow): Review {
  const { id, stars, text, by_name, variant_title, photos, written_at, answer, answered_at } = row;
  return {
    id,
    stars,
    text,
    by: by_name,
    variant_title,
    photos,
    written_at,
    answer: answer === null ? null : { text: answer, at: answered_at ?? "" },
  };
}

/**
 * A page of reviews for their seller, those without an answer first; or everybody's for the operator.
 *
 * @param cooperative_id null for everybody's
 */
export async function listReviews(
  scope: MedusaContainer,
  cooperative_id: string | null,
  page: Query<"GET /cooperative/reviews">,
): Promise<Reply<"GET /cooperative/reviews">> {
  const service = scope.resolve<ReviewModuleService>(REVIEW_MODULE);
  const { reviews, count } = await service.list(cooperative_id, page);
  return { reviews: await described(scope, reviews), count };
}

/** One review. @throws refusal `not_found` */
export async function readReview(scope: MedusaContainer, id: string): Promise<KeptReview> {
  const row = await scope.resolve<ReviewModuleService>(REVIEW_MODULE).find(id);
  const [review] = row ? await described(scope, [row]) : [];
  if (!review) throw refuse("not_found");
  return review;
}

interface NameRow {
  id: string;
  title: string;
  handle: string;
}

async function described(
  scope: MedusaContainer,
  rows: readonly KeptReviewRow[],
): Promise<KeptReview[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const [goods, sellers] = await Promise.all([
    pg.raw<{ rows: NameRow[] }>(`select id, title, handle from product where id = any(?::text[])`, [
      rows.map(({ product_id }) => product_id),
    ]),
    pg.raw<{ rows: { id: string; name: string }[] }>(
      `select id, name from cooperative where id = any(?::text[])`,
      [rows.map(({ cooperative_id }) => cooperative_id)],
    ),
  ]);
  const titles = new Map(goods.rows.map((row) => [row.id, row]));
  const names = new Map(sellers.rows.map((row) => [row.id, row.name]));
  return rows.map((row) => ({
    ...reviewOf(row),
    title: titles.get(row.product_id)?.title ?? "",
    handle: titles.get(row.product_id)?.handle ?? null,
    cooperative: names.get(row.cooperative_id) ?? "",
    hidden: row.hidden_at === null ? null : { reason: row.hidden_why ?? "", at: row.hidden_at },
  }));
}

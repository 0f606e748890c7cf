/** Keeps reviews, what was done with each, and the rating of goods, which changes in the same transaction. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { Rating } from "../../contract/review";
import { refuse } from "../../refuse";
import { count, note } from "./counting";
import { NO_RATING, RATING, rated } from "./rating";
import { COLUMNS, reviewRow, type KeptReviewRow, type NewReview } from "./rows";

export type { KeptReviewRow, NewReview } from "./rows";

interface Rows {
  rows: unknown[];
}

interface Page {
  limit: number;
  offset: number;
}

/** Register over `review`, `review_event` and `product_rating`. */
export class ReviewModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /**
   * Keeps a review and counts it.
   *
   * @param by actor type and id
   * @throws refusal `review_exists` for the second one of a line
   */
  async write(review: NewReview, by: string): Promise<void> {
    await this.#db.transaction(async (trx) => {
      const { rows } = await trx.raw<Rows>(
        `insert into review (id, order_id, order_line_id, product_id, cooperative_id, stars, text, by_name,
           variant_title, photos, written_at)
         values (:id, :order_id, :order_line_id, :product_id, :cooperative_id, :stars, :text, :by_name,
           :variant_title, :photos, :written_at)
         on conflict (order_line_id) do nothing returning id`,
        { ...review },
      );
      if (rows.length === 0) throw refuse("review_exists");
      await note(trx, { review_id: review.id, by, verb: "written", reason: null });
      await count(trx, review.product_id, review.stars, 1);
    });
  }

  /**
   * The seller's answer, once.
   *
   * @throws refusal `not_found`, `review_answered`
   */
  async answer(
    id: string,
    {
      cooperative_id,
      text,
      by,
      at,
    }: { cooperative_id: string; text: string; by: string; at: string },
  ): Promise<void> {
    await this.#db.transaction(async (trx) => {
      const { rows } = await trx.raw<Rows>(
        `select answered_at from review where id = ? and cooperative_id = ? for update`,
        [id, cooperative_id],
      );
      const [row] = z.array(z.object({ answered_at: z.unknown() })).parse(rows);
      if (!row) throw refuse("not_found");
      if (row.answered_at !== null) throw refuse("review_answered");
      await trx.raw(`update review set answer = ?, answered_at = ? where id = ?`, [text, at, id]);
      await note(trx, { review_id: id, by, verb: "answered", reason: null });
    });
  }

  /**
   * Hides a review, or shows it again: kept either way, and counted only while it is shown.
   *
   * @param photos addresses of its photos from now on
   * @returns false when it stands so already
   * @throws refusal `not_found`
   */
  async setHidden(
    id: string,
    {
      hidden,
      reason,
      by,
      photos,
    }: { hidden: boolean; reason: string; by: string; photos: string[] },
  ): Promise<boolean> {
    return this.#db.transaction(async (trx) => {
      const { rows } = await trx.raw<Rows>(
        `select ${COLUMNS} from review where id = ? for update`,
        [id],
      );
      const [row] = z.array(reviewRow).parse(rows);
      if (!row) throw refuse("not_found");
      if ((row.hidden_at !== null) === hidden) return false;
      await trx.raw(
        `update review set hidden_at = case when :hidden then now() end,
           hidden_why = case when :hidden then :reason end, photos = :photos where id = :id`,
        { id, hidden, reason, photos },
      );
      await note(trx, { review_id: id, by, verb: hidden ? "hidden" : "shown", reason });
      await count(trx, row.product_id, row.stars, hidden ? -1 : 1);
      return true;
    });
  }

  /** One review; null when there is none. */
  async find(id: string): Promise<KeptReviewRow | null> {
    return (await this.#read("id = ?", [id]))[0] ?? null;
  }

  /** The reviews of an order. */
  async ofOrder(order_id: string): Promise<KeptReviewRow[]> {
    return this.#read("order_id = ? order by written_at", [order_id]);
  }

  /** A page of what everybody may read of goods, the newest first. */
  async shown(product_id: string, { limit, offset }: Page): Promise<KeptReviewRow[]> {
    return this.#read(
      "product_id = ? and hidden_at is null order by written_at desc, id desc limit ? offset ?",
      [product_id, limit, offset],
    );
  }

  /** How goods are rated. */
  async rating(product_id: string): Promise<Rating> {
    const { rows } = await this.#db.raw<Rows>(`${RATING} where product_id = ?`, [product_id]);
    return rows[0] === undefined ? NO_RATING : rated(rows[0]);
  }

  /** A page of a cooperative's reviews: those without an answer first; of everybody's, the newest first. */
  async list(
    cooperative_id: string | null,
    { limit, offset }: Page,
  ): Promise<{ reviews: KeptReviewRow[]; count: number }> {
    const where = cooperative_id === null ? "true" : "cooperative_id = :cooperative_id";
    const first = cooperative_id === null ? "" : "answered_at is not null,";
    const values = { cooperative_id: cooperative_id ?? "", limit, offset };
    const found = await this.#db.raw<Rows>(
      `select ${COLUMNS} from review where ${where}
        order by ${first} written_at desc, id desc limit :limit offset :offset`,
      values,
    );
    const counted = await this.#db.raw<Rows>(
      `select count(*)::int as count from review where ${where}`,
      values,
    );
    const [all] = z.array(z.object({ count: z.int() })).parse(counted.rows);
    return { reviews: z.array(reviewRow).parse(found.rows), count: all?.count ?? 0 };
  }

  async #read(where: string, values: (string | number)[]): Promise<KeptReviewRow[]> {
    const { rows } = await this.#db.raw<Rows>(
      `select ${COLUMNS} from review where ${where}`,
      values,
    );
    return z.array(reviewRow).parse(rows);
  }
}

/** What is written beside a review in the same transaction: what was done with it, and the rating of its goods. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

/** What was done with a review. */
interface Note {
  review_id: string;
  by: string;
  verb: "written" | "answered" | "hidden" | "shown";
  reason: string | null;
}

/** Adds to what was done with a review. */
export async function note(trx: Knex.Transaction, event: Note): Promise<void> {
  await trx.raw(
    `insert into review_event (review_id, by, verb, reason) values (:review_id, :by, :verb, :reason)`,
    { ...event },
  );
}

/** Counts a review in or out. The row of the goods is locked by its change, so that two at once are both counted. */
export async function count(
  trx: Knex.Transaction,
  product_id: string,
  stars: number,
  by: 1 | -1,
): Promise<void> {
  await trx.raw(
    `insert into product_rating (product_id, counts) values (:product_id, array[0, 0, 0, 0, 0])
     on conflict do nothing`,
    { product_id },
  );
  await trx.raw(
    `update product_rating set counts[:stars] = counts[:stars] + :by where product_id = :product_id`,
    { product_id, stars, by },
  );
}

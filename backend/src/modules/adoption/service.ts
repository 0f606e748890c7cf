/** Keeps offers of adoption, which tree is whose, news, and what poor harvests give back. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";
import { z } from "zod";

import { adoptionKinds } from "../../contract/adoption-terms";
import { refuse } from "../../refuse";

const offerRow = z.object({
  product_id: z.string(),
  cooperative_id: z.string(),
  household_id: z.string(),
  alias: z.string(),
  kind: z.enum(adoptionKinds),
  season: z.string(),
  harvest_from: z.string(),
  harvest_to: z.string(),
  yield_text: z.string(),
  yield_g: z.int(),
  trees: z.int(),
  harvested_g: z.int().nullable(),
});
/** An offer. */
export type AdoptionOffer = z.infer<typeof offerRow>;

const compensationRow = z.object({
  order_line_id: z.string(),
  order_id: z.string(),
  amount_fen: z.coerce.number().int(),
});
/** What a poor harvest gives back for one line. */
export type Compensation = z.infer<typeof compensationRow>;

const COLUMNS = `product_id, cooperative_id, household_id, alias, kind, season,
  to_char(harvest_from, 'YYYY-MM-DD') harvest_from, to_char(harvest_to, 'YYYY-MM-DD') harvest_to,
  yield_text, yield_g, trees, harvested_g`;

interface Rows {
  rows: unknown[];
}

/** Register over `adoption_offer`, `adoption_tree`, `adoption_update`, `adoption_compensation`. */
export class AdoptionModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** Keeps an offer with its trees, numbered from 1. */
  async add(offer: Omit<AdoptionOffer, "harvested_g">): Promise<void> {
    await this.#db.transaction(async (trx) => {
      await trx.raw(
        `insert into adoption_offer (product_id, cooperative_id, household_id, alias, kind, season, harvest_from,
           harvest_to, yield_text, yield_g, trees)
         values (:product_id, :cooperative_id, :household_id, :alias, :kind, :season, :harvest_from,
           :harvest_to, :yield_text, :yield_g, :trees)`,
        offer,
      );
      await trx.raw(
        `insert into adoption_tree (product_id, number) select :product_id, n from generate_series(1, :trees) n`,
        { product_id: offer.product_id, trees: offer.trees },
      );
    });
  }

  /** Takes back an offer whose listing failed; safe to run twice. */
  async drop(product_id: string): Promise<void> {
    await this.#db.raw(`delete from adoption_offer where product_id = ?`, [product_id]);
  }

  /** The offers among some products. */
  async find(product_ids: readonly string[]): Promise<AdoptionOffer[]> {
    const { rows } = await this.#db.raw<Rows>(
      `select ${COLUMNS} from adoption_offer where product_id = any(?)`,
      [[...product_ids]],
    );
    return z.array(offerRow).parse(rows);
  }

  /** Tells news. @returns its id */
  async tell(news: {
    product_id: string;
    text: string;
    picture: string | null;
    by: string;
  }): Promise<string> {
    const id = generateEntityId(undefined, "anw");
    await this.#db.raw(
      `insert into adoption_update (id, product_id, text, picture, created_by)
       values (:id, :product_id, :text, :picture, :by)`,
      { id, ...news },
    );
    return id;
  }

  /** Takes news back whose telling failed later on; safe to run twice. */
  async untell(id: string): Promise<void> {
    await this.#db.raw(`delete from adoption_update where id = ?`, [id]);
  }

  /**
   * Gives a line its trees, the lowest free numbers; a line that has them keeps them. Trees of cancelled orders
   * are free again. Stock keeps more lines than trees from ever standing.
   *
   * @returns the numbers of the line's trees
   */
  async assign(line: {
    product_id: string;
    order_id: string;
    order_line_id: string;
    quantity: number;
  }): Promise<number[]> {
    return this.#db.transaction(async (trx) => {
      await trx.raw(`select 1 from adoption_offer where product_id = :product_id for update`, line);
      await trx.raw(
        `update adoption_tree t set order_id = null, order_line_id = null, adopted_at = null
         from "order" o where o.id = t.order_id and t.product_id = :product_id
           and (o.status = 'canceled' or o.deleted_at is not null)`,
        line,
      );
      await trx.raw(
        `update adoption_tree set order_id = :order_id, order_line_id = :order_line_id, adopted_at = now()
         where product_id = :product_id and number in (
           select number from adoption_tree where product_id = :product_id and order_line_id is null
           order by number limit greatest(0, cast(:quantity as int) - (
             select count(*)::int from adoption_tree where order_line_id = :order_line_id)))`,
        line,
      );
      const { rows } = await trx.raw<Rows>(
        `select number from adoption_tree where order_line_id = :order_line_id order by number`,
        line,
      );
      return z
        .array(z.object({ number: z.int() }))
        .parse(rows)
        .map((row) => row.number);
    });
  }

  /**
   * Puts the harvest on record with what goes back, once.
   *
   * @throws refusal `harvest_reported`
   */
  async reap(product_id: string, given_g: number, due: readonly Compensation[]): Promise<void> {
    await this.#db.transaction(async (trx) => {
      const { rows } = await trx.raw<Rows>(
        `update adoption_offer set harvested_g = ?, harvested_at = now()
         where product_id = ? and harvested_g is null returning product_id`,
        [given_g, product_id],
      );
      if (rows.length === 0) throw refuse("harvest_reported");
      await trx.raw(
        `insert into adoption_compensation (order_line_id, order_id, product_id, amount_fen)
         select order_line_id, order_id, ?, amount_fen from jsonb_to_recordset(cast(? as jsonb))
           as r(order_line_id text, order_id text, amount_fen bigint)`,
        [product_id, JSON.stringify(due)],
      );
    });
  }

  /** Compensations that were not given yet, the oldest first. */
  async due(limit: number): Promise<Compensation[]> {
    const { rows } = await this.#db.raw<Rows>(
      `select order_line_id, order_id, amount_fen from adoption_compensation where given_at is null
       order by due_at, order_line_id limit ?`,
      [limit],
    );
    return z.array(compensationRow).parse(rows);
  }

  /** A compensation was given. */
  async markGiven(order_line_id: string): Promise<void> {
    await this.#db.raw(
      `update adoption_compensation set given_at = coalesce(given_at, now()) where order_line_id = ?`,
      [order_line_id],
    );
  }
}

/** Keeps clearance offers. What each has sold is written by the guard of the database (see README). */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";
import { z } from "zod";

import { clearanceEnds, clearanceStates, type ClearanceEnd } from "../../contract/clearance";
import { refuse } from "../../refuse";
import { CLEARANCE_SOLD } from "./sold";

const offerRow = z.object({
  id: z.string(),
  product_id: z.string(),
  variant_id: z.string(),
  cooperative_id: z.string(),
  household_id: z.string().nullable(),
  price_fen: z.coerce.number().int(),
  usual_fen: z.coerce.number().int(),
  floor_fen: z.coerce.number().int(),
  quantity: z.int(),
  sold: z.int(),
  reason: z.string(),
  last_on: z.string(),
  ends_at: z.coerce.date(),
  state: z.enum(clearanceStates),
  ended_why: z.enum(clearanceEnds).nullable(),
  proposed_by: z.string(),
  created_at: z.coerce.date(),
});

/** An offer. */
export type ClearanceOffer = z.infer<typeof offerRow>;

/** An offer to keep. */
export interface NewOffer extends Omit<
  ClearanceOffer,
  "id" | "sold" | "ended_why" | "created_at" | "state"
> {
  state: "proposed" | "open";
}

const COLUMNS = `c.id, c.product_id, c.variant_id, c.cooperative_id, c.household_id, c.price_fen, c.usual_fen, c.floor_fen,
  c.quantity, ${CLEARANCE_SOLD} sold, c.reason, to_char(c.last_on, 'YYYY-MM-DD') last_on, c.ends_at, c.state,
  c.ended_why, c.proposed_by, c.created_at`;

interface Rows {
  rows: unknown[];
}

/** Register over `clearance_offer` and `clearance_sale`. */
export class ClearanceModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /**
   * Keeps an offer.
   *
   * @throws refusal `clearance_exists` while another one of the variant is proposed or open
   */
  async add(offer: NewOffer): Promise<ClearanceOffer> {
    const id = generateEntityId(undefined, "clr");
    const { rows } = await this.#db.raw<Rows>(
      `insert into clearance_offer (id, product_id, variant_id, cooperative_id, household_id, price_fen, usual_fen,
         floor_fen, quantity, reason, last_on, ends_at, state, proposed_by)
       values (:id, :product_id, :variant_id, :cooperative_id, :household_id, :price_fen, :usual_fen,
         :floor_fen, :quantity, :reason, :last_on, :ends_at, :state, :proposed_by)
       on conflict (variant_id) where state in ('proposed', 'open') do nothing returning id`,
      { id, ...offer },
    );
    if (rows.length === 0) throw refuse("clearance_exists", { field: "variant_id" });
    return this.get(id);
  }

  /** Takes back an offer whose opening failed; safe to run twice. */
  async drop(id: string): Promise<void> {
    await this.#db.raw(
      `delete from clearance_offer c where id = ?
         and not exists (select 1 from clearance_sale s where s.offer_id = c.id)`,
      [id],
    );
  }

  /** @throws refusal `not_found` */
  async get(id: string): Promise<ClearanceOffer> {
    const [offer] = await this.#read(`c.id = ?`, [id]);
    if (!offer) throw refuse("not_found");
    return offer;
  }

  /** A page of a cooperative's offers, what waits first, then the newest. */
  async list(
    cooperative_id: string,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<ClearanceOffer[]> {
    return this.#read(
      `c.cooperative_id = ? order by c.state = 'proposed' desc, c.state = 'open' desc, c.created_at desc, c.id
       limit ? offset ?`,
      [cooperative_id, limit, offset],
    );
  }

  /** What was proposed for a household, the newest first. */
  async listFor(household_id: string): Promise<ClearanceOffer[]> {
    return this.#read(`c.household_id = ? order by c.created_at desc limit 50`, [household_id]);
  }

  /**
   * Moves an offer on, once; whoever comes second is told so.
   *
   * @throws refusal `state_conflict`
   */
  async move(
    id: string,
    { from, to, by, why }: { from: string; to: string; by: string; why?: ClearanceEnd },
  ): Promise<void> {
    const { rows } = await this.#db.raw<Rows>(
      `update clearance_offer set state = :to, decided_by = coalesce(:by, decided_by),
         ended_at = case when :to in ('ended', 'refused') then now() end, ended_why = :why
       where id = :id and state = :from returning id`,
      { id, from, to, by, why: why ?? null },
    );
    if (rows.length === 0) throw refuse("state_conflict");
  }

  /** Open offers whose day is over or whose units are gone. */
  async over(now: Date): Promise<(ClearanceOffer & { why: "sold_out" | "day_over" })[]> {
    const found = await this.#read(
      `c.state = 'open' and (c.ends_at <= ? or ${CLEARANCE_SOLD} >= c.quantity) limit 100`,
      [now],
    );
    return found.map((offer) => ({
      ...offer,
      why: offer.sold >= offer.quantity ? "sold_out" : "day_over",
    }));
  }

  /** Open offers, for a look whether each has its price. */
  async open(): Promise<ClearanceOffer[]> {
    return this.#read(`c.state = 'open' order by c.created_at limit 500`, []);
  }

  async #read(where: string, values: (string | number | Date)[]): Promise<ClearanceOffer[]> {
    const { rows } = await this.#db.raw<Rows>(
      `select ${COLUMNS} from clearance_offer c where ${where}`,
      values,
    );
    return z.array(offerRow).parse(rows);
  }
}

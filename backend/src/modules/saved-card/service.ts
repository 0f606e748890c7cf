/** Keeps one holder at the payment house for each buyer who has saved a card. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

interface Rows {
  rows: { house_id: string }[];
}

/** Register over `saved_card`. */
export class SavedCardModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** The holder of a buyer's cards; null for who never saved one. */
  async findHolder(customer_id: string): Promise<string | null> {
    const { rows } = await this.#db.raw<Rows>(
      `select house_id from card_holder where customer_id = ?`,
      [customer_id],
    );
    return rows[0]?.house_id ?? null;
  }

  /** Keeps a buyer's holder. @returns the one that stands: of two at once the first */
  async keepHolder(customer_id: string, house_id: string): Promise<string> {
    await this.#db.raw(
      `insert into card_holder (customer_id, house_id) values (?, ?) on conflict (customer_id) do nothing`,
      [customer_id, house_id],
    );
    const kept = await this.findHolder(customer_id);
    if (kept === null) throw new Error("a holder of cards has vanished");
    return kept;
  }
}

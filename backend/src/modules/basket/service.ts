/** Keeps one cart for each buyer. Prices and stock are never kept: they are asked afresh. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { merged, type BasketItem } from "./merge";

const row = z.object({
  items: z.array(z.object({ variant_id: z.string(), quantity: z.int() })),
});

interface Rows {
  rows: unknown[];
}

/** Register over `basket`. */
export class BasketModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** What a buyer has; null when none was ever kept. */
  async find(customer_id: string): Promise<BasketItem[] | null> {
    return read(this.#db, customer_id);
  }

  /**
   * Keeps a cart in place of what is there, or puts it together with it, under the row's lock.
   *
   * @returns what stands now
   */
  async keep(
    customer_id: string,
    { items, mode }: { items: readonly BasketItem[]; mode: "set" | "merge" },
  ): Promise<BasketItem[]> {
    return this.#db.transaction(async (trx) => {
      await trx.raw(
        `insert into basket (customer_id, items) values (?, '[]') on conflict do nothing`,
        [customer_id],
      );
      await trx.raw(`select 1 from basket where customer_id = ? for update`, [customer_id]);
      const before = mode === "merge" ? await read(trx, customer_id) : null;
      const after = merged(before ?? [], items);
      await trx.raw(
        `update basket set items = cast(? as jsonb), updated_at = now() where customer_id = ?`,
        [JSON.stringify(after), customer_id],
      );
      return after;
    });
  }
}

async function read(db: Knex | Knex.Transaction, customer_id: string) {
  const { rows } = await db.raw<Rows>(`select items from basket where customer_id = ?`, [
    customer_id,
  ]);
  const [found] = rows;
  return found === undefined ? null : row.parse(found).items;
}

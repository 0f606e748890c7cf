/** Keeps points, and which order waits at which. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";
import { z } from "zod";

import { pickupPointSchema, type PickupPointBody } from "../../contract/pickup";
import { refuse } from "../../refuse";

const pointRow = pickupPointSchema.extend({
  open: z.boolean(),
  key_hash: z.string(),
});
/** A point as it is kept. */
export type KeptPoint = z.infer<typeof pointRow>;

const waitingRow = z.object({
  cart_id: z.string(),
  point_id: z.string(),
  handed_over_at: z.coerce.date().nullable(),
});
/** An order at a point, by the cart that it came from. */
export type Waiting = z.infer<typeof waitingRow>;

const COLUMNS = "id, kind, name, province, city, county, street, hours, phone, open, key_hash";

interface Rows {
  rows: unknown[];
}

/** Register over `pickup_point` and `pickup_order`. */
export class PickupModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** Opens a point. @returns its id */
  async add(point: PickupPointBody, key_hash: string): Promise<string> {
    const id = generateEntityId(undefined, "pkp");
    await this.#db.raw(
      `insert into pickup_point (id, kind, name, division_code, province, city, county, street, hours, phone, key_hash)
       values (:id, :kind, :name, :division_code, :province, :city, :county, :street, :hours, :phone, :key_hash)`,
      { id, ...point, key_hash },
    );
    return id;
  }

  /** Takes back a point whose opening failed; safe to run twice. */
  async drop(id: string): Promise<void> {
    await this.#db.raw(`delete from pickup_point where id = ?`, [id]);
  }

  /** Closes a point to new orders, or opens it again. @throws refusal `not_found` */
  async setOpen(id: string, open: boolean): Promise<void> {
    const { rows } = await this.#db.raw<Rows>(
      `update pickup_point set open = ? where id = ? returning id`,
      [open, id],
    );
    if (rows.length === 0) throw refuse("not_found");
  }

  /** One point; null when there is none. */
  async find(id: string): Promise<KeptPoint | null> {
    const { rows } = await this.#db.raw<Rows>(`select ${COLUMNS} from pickup_point where id = ?`, [
      id,
    ]);
    const [row] = rows;
    return row === undefined ? null : pointRow.parse(row);
  }

  /** Every point, by place. */
  async list(): Promise<KeptPoint[]> {
    const { rows } = await this.#db.raw<Rows>(
      `select ${COLUMNS} from pickup_point order by division_code, name, id limit 500`,
    );
    return z.array(pointRow).parse(rows);
  }

  /** Notes where the order of a cart will wait; the first point stays. */
  async note(cart_id: string, point_id: string): Promise<void> {
    await this.#db.raw(
      `insert into pickup_order (cart_id, point_id) values (?, ?) on conflict do nothing`,
      [cart_id, point_id],
    );
  }

  /** Where the order of a cart waits; null when it is sent to an address. */
  async waiting(cart_id: string): Promise<Waiting | null> {
    const { rows } = await this.#db.raw<Rows>(
      `select cart_id, point_id, handed_over_at from pickup_order where cart_id = ?`,
      [cart_id],
    );
    const [row] = rows;
    return row === undefined ? null : waitingRow.parse(row);
  }

  /** The goods were handed over, once. @throws refusal `pickup_done` */
  async handOver(cart_id: string): Promise<void> {
    const { rows } = await this.#db.raw<Rows>(
      `update pickup_order set handed_over_at = now() where cart_id = ? and handed_over_at is null returning cart_id`,
      [cart_id],
    );
    if (rows.length === 0) throw refuse("pickup_done");
  }

  /** Takes a handing over back whose booking failed; safe to run twice. */
  async undoHandOver(cart_id: string): Promise<void> {
    await this.#db.raw(`update pickup_order set handed_over_at = null where cart_id = ?`, [
      cart_id,
    ]);
  }
}

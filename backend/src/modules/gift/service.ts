/** Keeps the recipients of gifts. They are private facts: only queries that have asked who may see them read here. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { addressSchema, type Address } from "../../contract/address";

const giftRow = z.object({
  cart_id: z.string(),
  message: z.string().nullable(),
  recipients: z.array(z.object({ id: z.string(), position: z.int(), address: addressSchema })),
});
/** A gift as it is kept. */
export type KeptGift = z.infer<typeof giftRow>;

interface Rows {
  rows: unknown[];
}

/** Register over `gift` and `gift_recipient`. */
export class GiftModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** Keeps a gift by its cart; the same cart again is left as it is. */
  async keep(gift: {
    cart_id: string;
    /** The purchase by its key. */
    checkout_id: string;
    message: string | null;
    recipients: readonly { id: string; address: Address }[];
  }): Promise<void> {
    const rows = gift.recipients.map(({ id, address }, index) => ({
      id,
      cart_id: gift.cart_id,
      position: index + 1,
      address,
    }));
    await this.#db.transaction(async (trx) => {
      const kept = await trx.raw<Rows>(
        `insert into gift (cart_id, checkout_id, message) values (?, ?, ?)
         on conflict do nothing returning cart_id`,
        [gift.cart_id, gift.checkout_id, gift.message],
      );
      if (kept.rows.length === 0) return;
      await trx.raw(
        `insert into gift_recipient (id, cart_id, position, address)
         select id, cart_id, position, address from jsonb_to_recordset(cast(? as jsonb))
           as r(id text, cart_id text, position int, address jsonb)`,
        [JSON.stringify(rows)],
      );
    });
  }

  /** The gift of a cart; null when it is none. */
  async find(cart_id: string): Promise<KeptGift | null> {
    const { rows } = await this.#db.raw<Rows>(
      `select g.cart_id, g.message, (select jsonb_agg(jsonb_build_object('id', r.id, 'position', r.position,
          'address', r.address) order by r.position) from gift_recipient r where r.cart_id = g.cart_id) recipients
       from gift g where g.cart_id = ?`,
      [cart_id],
    );
    const [row] = rows;
    return row === undefined ? null : giftRow.parse(row);
  }

  /**
   * The newest cart of a purchase that came to nothing so far.
   *
   * @returns null once any of its carts is an order: then its people are the order's, and shown by its rules
   */
  async findTriedCart(checkout_id: string): Promise<string | null> {
    const { rows } = await this.#db.raw<{ rows: { cart_id: string }[] }>(
      `select cart_id from gift g where g.checkout_id = :checkout_id and not exists (
         select 1 from gift o join order_cart oc on oc.cart_id = o.cart_id and oc.deleted_at is null
         where o.checkout_id = :checkout_id)
       order by g.created_at desc limit 1`,
      { checkout_id },
    );
    return rows[0]?.cart_id ?? null;
  }

  /**
   * Forgets people to whom nothing was ever sent: carts that became no order.
   *
   * @param age_days how old the cart must be
   * @returns how many gifts were forgotten
   */
  async forget(age_days: number): Promise<number> {
    const { rows } = await this.#db.raw<Rows>(
      `delete from gift g where g.created_at < now() - make_interval(days => ?)
         and not exists (select 1 from order_cart oc where oc.cart_id = g.cart_id and oc.deleted_at is null)
       returning cart_id`,
      [age_days],
    );
    return rows.length;
  }
}

/** Purchases by idempotency key, and the buyers of orders. */
import { randomUUID } from "node:crypto";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { tokenFits } from "./token";

interface Rows<T> {
  rows: T[];
}

/** One purchase, by actor and idempotency key. */
export interface Claim {
  id: string;
  actor: string;
  key: string;
  input_hash: string;
  cart_id: string | null;
  order_id: string | null;
  /** Bought for a work unit, as the caller was allowed to when the key was claimed. */
  work_unit_id: string | null;
}

/** What the buyer of an order holds. */
export interface OrderBuyer {
  order_id: string;
  access_token_hash: string | null;
  work_unit_id: string | null;
  transfer_reference: string | null;
}

/** Whose purchases they are who buy without an account. */
export const GUEST = "guest";

const CLAIM_COLUMNS = "id, actor, key, input_hash, cart_id, order_id, work_unit_id";

/** Keeps purchases and buyers. */
export class CheckoutService {
  readonly #pg: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#pg = __pg_connection__;
  }

  /** Claims a key for an actor, or returns the purchase that has claimed it before. */
  async claim({
    actor,
    key,
    input_hash,
    work_unit_id,
  }: Pick<Claim, "actor" | "key" | "input_hash" | "work_unit_id">): Promise<Claim> {
    const { rows } = await this.#pg.raw<Rows<Claim>>(
      `with made as (
         insert into checkout (id, actor, key, input_hash, work_unit_id)
         values (:id, :actor, :key, :input_hash, :work_unit_id) on conflict (actor, key) do nothing
         returning ${CLAIM_COLUMNS})
       select * from made union all
       select ${CLAIM_COLUMNS} from checkout where actor = :actor and key = :key`,
      { id: `chk_${randomUUID().replaceAll("-", "")}`, actor, key, input_hash, work_unit_id },
    );
    // Two first presses at once: the other one's claim stands, but came after this statement had begun to read.
    const claim = rows[0] ?? (await this.findClaim({ actor, key }));
    if (!claim) throw new Error("a claimed purchase has vanished");
    return claim;
  }

  /** The purchase that an actor began under a key. */
  async findClaim({ actor, key }: Pick<Claim, "actor" | "key">): Promise<Claim | null> {
    const found = await this.#pg.raw<Rows<Claim>>(
      `select ${CLAIM_COLUMNS} from checkout where actor = :actor and key = :key`,
      { actor, key },
    );
    return found.rows[0] ?? null;
  }

  /** The purchase that a cart was made for; null for a cart of Medusa's own routes. */
  async findClaimOfCart(cart_id: string): Promise<Claim | null> {
    const found = await this.#pg.raw<Rows<Claim>>(
      `select ${CLAIM_COLUMNS} from checkout where cart_id = :cart_id`,
      { cart_id },
    );
    return found.rows[0] ?? null;
  }

  /** Reads a purchase again. */
  async reread({ id }: Claim): Promise<Claim> {
    const found = await this.#pg.raw<Rows<Claim>>(
      `select ${CLAIM_COLUMNS} from checkout where id = :id`,
      { id },
    );
    const [claim] = found.rows;
    if (!claim) throw new Error("a claimed purchase has vanished");
    return claim;
  }

  /**
   * The last cart of a purchase that is no order.
   *
   * @returns null once any order stands, and a day after the last try
   */
  async findTriedCart({ id }: Claim): Promise<string | null> {
    const { rows } = await this.#pg.raw<Rows<{ cart_id: string | null }>>(
      `select coalesce(c.cart_id, c.tried_cart_id) cart_id from checkout c
       where c.id = :id and c.order_id is null and c.updated_at > now() - interval '1 day' and not exists (
         select 1 from order_cart oc where oc.cart_id in (c.cart_id, c.tried_cart_id) and oc.deleted_at is null)`,
      { id },
    );
    return rows[0]?.cart_id ?? null;
  }

  /** Notes how far a purchase has come; a cart that is let go of stays known as its last try. */
  async advance(
    id: string,
    { cart_id, order_id }: { cart_id: string | null; order_id: string | null },
  ): Promise<void> {
    await this.#pg.raw(
      `update checkout set tried_cart_id = coalesce(:cart_id, cart_id, tried_cart_id), cart_id = :cart_id,
         order_id = :order_id, updated_at = now() where id = :id`,
      { id, cart_id, order_id },
    );
  }

  /** Notes the buyer of an order; what is known already stays. */
  async noteBuyer(buyer: OrderBuyer): Promise<void> {
    await this.#pg.raw(
      `insert into order_buyer (order_id, access_token_hash, work_unit_id, transfer_reference)
       values (:order_id, :access_token_hash, :work_unit_id, :transfer_reference)
       on conflict (order_id) do update set
         access_token_hash = coalesce(order_buyer.access_token_hash, excluded.access_token_hash),
         work_unit_id = coalesce(order_buyer.work_unit_id, excluded.work_unit_id),
         transfer_reference = coalesce(order_buyer.transfer_reference, excluded.transfer_reference)`,
      { ...buyer },
    );
  }

  /** Notes the signed-in customer who made or took a cart; the first one stays. */
  async noteCartOwner({
    cart_id,
    customer_id,
  }: {
    cart_id: string;
    customer_id: string;
  }): Promise<void> {
    await this.#pg.raw(
      `insert into cart_owner (cart_id, customer_id) values (:cart_id, :customer_id) on conflict do nothing`,
      { cart_id, customer_id },
    );
  }

  /** The signed-in customer who owns a cart; null for a guest's cart. */
  async findCartOwner(cart_id: string): Promise<string | null> {
    const found = await this.#pg.raw<Rows<{ customer_id: string }>>(
      `select customer_id from cart_owner where cart_id = :cart_id`,
      { cart_id },
    );
    return found.rows[0]?.customer_id ?? null;
  }

  /** What is known of the buyer of an order. */
  async findBuyer(order_id: string): Promise<OrderBuyer | null> {
    const found = await this.#pg.raw<Rows<OrderBuyer>>(
      `select order_id, access_token_hash, work_unit_id, transfer_reference from order_buyer where order_id = :order_id`,
      { order_id },
    );
    return found.rows[0] ?? null;
  }

  /** Whether a token opens an order. */
  async tokenOpens(order_id: string, token: string): Promise<boolean> {
    const buyer = await this.findBuyer(order_id);
    return buyer?.access_token_hash ? tokenFits(token, buyer.access_token_hash) : false;
  }
}

/** A shop in which states are made that a crash leaves between two of Medusa's own transactions. */
import { z } from "zod";

import { checkoutOf } from "../../lists/checkouts";
import { look } from "../ledger";
import { Operator } from "../operator/deeds";
import { type Bought, buy, type Listed, listGoods, openShop, type Shop, until } from "../shop";
import type { Visitor } from "../visitor";

const WORK_TURNS = 24;
const WORK_TURN_MS = 250;
/** The shortest time that any sweep of this shop leaves a row alone: two rounds of a second. */
const SWEEP_WAITS_MS = 2_000;

/** The shop, and hands that reach into its database. */
export class TornShop {
  private constructor(
    readonly shop: Shop,
    readonly guest: Visitor,
    readonly operator: Operator,
    readonly goods: Listed,
  ) {}

  static async open(): Promise<TornShop> {
    const shop = await openShop({ YIGOU_SWEEP_S: "1" });
    const operator = new Operator(await shop.visitor("operator"), shop.house.database);
    const seller = await shop.visitor("cooperative");
    const goods = await listGoods(seller, { price_fen: 3990, stock: 500 });
    return new TornShop(shop, await shop.visitor("anonymous"), operator, goods);
  }

  sql(text: string, values: unknown[] = []): Promise<unknown[]> {
    return look(this.shop.house.database, z.unknown(), text, values);
  }

  /** The one value `v` of the first row, as text. */
  async one(text: string, values: unknown[] = []): Promise<string> {
    const row = z.object({ v: z.coerce.string() });
    const [found] = await look(this.shop.house.database, row, text, values);
    return found?.v ?? "";
  }

  statusOf(order_id: string): Promise<string> {
    return this.one(`select status as v from "order" where id = $1`, [order_id]);
  }

  /** Boxes of the goods that are reserved for anybody. */
  reserved(): Promise<string> {
    return this.one(
      `select coalesce(sum(r.quantity), 0) as v from reservation_item r
         join product_variant_inventory_item i on i.inventory_item_id = r.inventory_item_id
        where i.variant_id = $1 and r.deleted_at is null`,
      [this.goods.variant_id],
    );
  }

  /** Waits until an order is canceled and so many boxes are reserved as before it. */
  async untilTakenBack(order_id: string, reserved: string, patience_ms?: number): Promise<void> {
    await until(
      () => this.statusOf(order_id),
      (status) => status === "canceled",
      patience_ms,
    );
    await until(
      () => this.reserved(),
      (sum) => sum === reserved,
      patience_ms,
    );
  }

  /** An order whose payment house answers later. */
  pending(): Promise<Bought> {
    const body = { ...checkoutOf(this.goods.variant_id), payment_data: { outcome: "pending" } };
    return buy(this.guest, body);
  }

  /** Makes an order's session look as it did before the payment was tried. */
  async unpay(order_id: string): Promise<void> {
    const mine = "select payment_collection_id from order_payment_collection where order_id = $1";
    const sessions = `select id from payment_session where payment_collection_id in (${mine})`;
    await this.sql(`update payment_session set status = 'pending' where id in (${sessions})`, [
      order_id,
    ]);
    await this.sql(`update sandbox_charge set state = 'open' where session_id in (${sessions})`, [
      order_id,
    ]);
  }

  /**
   * Changes something again and again as whoever is at work on it would, and looks each time that nobody has mended
   * it. On a machine that stands still for longer than a sweep waits, it looks no further.
   */
  async whileTouched(touch: () => Promise<unknown>, look: () => Promise<void>): Promise<void> {
    for (let turn = 0; turn < WORK_TURNS; turn++) {
      const began = performance.now();
      await touch();
      await new Promise((resolve) => setTimeout(resolve, WORK_TURN_MS));
      if (performance.now() - began > SWEEP_WAITS_MS / 2) return;
      await look();
    }
  }

  /** Moves the making of a link of an order by so many seconds. */
  async shiftLink(
    table: "order_cart" | "order_payment_collection",
    order_id: string,
    seconds: number,
  ): Promise<void> {
    await this.sql(
      `update ${table} set created_at = created_at + make_interval(secs => $2) where order_id = $1`,
      [order_id, seconds],
    );
  }
}

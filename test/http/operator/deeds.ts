/** What the operator does in Medusa's own dashboard, by its own routes, and what the ledger made of it. */
import { expect } from "vitest";
import { z } from "zod";

import { cooperativeOrderReplySchema } from "@yigou/backend/contract";

import type { TestDatabase } from "../../support/postgres";
import { look } from "../ledger";
import { replyOf, type Visitor } from "../visitor";

const any = z.unknown();

/** Units of one of Medusa's lines, or of goods to send. */
export interface Units {
  id: string;
  quantity: number;
}

/** The operator at work; every call is expected to succeed. */
export class Operator {
  constructor(
    readonly visitor: Visitor,
    readonly database: TestDatabase,
  ) {}

  async do(path: string, body: object = {}): Promise<unknown> {
    return replyOf(await this.visitor.post(`/admin/${path}`, body), any);
  }

  /** Adds goods and sets quantities, as one edit, and confirms it. */
  async edit(
    order_id: string,
    changes: { add?: Units[]; set?: (Units & { unit_price?: number })[] },
  ): Promise<void> {
    await this.do("order-edits", { order_id });
    const path = `order-edits/${order_id}`;
    for (const { id, quantity } of changes.add ?? [])
      await this.do(`${path}/items`, { items: [{ variant_id: id, quantity }] });
    for (const { id, ...to } of changes.set ?? []) await this.do(`${path}/items/item/${id}`, to);
    await this.do(`${path}/confirm`);
  }

  /** Takes goods in and others out: an exchange is confirmed; what comes back is received apart. */
  async exchange(order_id: string, back: Units, out: Units, reason?: string): Promise<string> {
    const made = await this.do("exchanges", { order_id });
    const { exchange } = z.object({ exchange: z.object({ id: z.string() }) }).parse(made);
    await this.#inOut("exchanges", exchange.id, [back], [out], reason);
    return this.#return(order_id);
  }

  /** A claim: what is wrong, what is sent instead, and whether the wrong goods come back. */
  async claim(
    order_id: string,
    wrong: Units & { reason?: string },
    sent: (Units & { unit_price?: number })[],
    options: { type?: "replace" | "refund"; back?: string } = {},
  ): Promise<string> {
    const { type = "replace", back } = options;
    const made = await this.do("claims", { order_id, type });
    const { claim } = z.object({ claim: z.object({ id: z.string() }) }).parse(made);
    await this.do(`claims/${claim.id}/claim-items`, { items: [wrong] });
    const { id, quantity } = wrong;
    await this.#inOut("claims", claim.id, back ? [{ id, quantity }] : [], sent, back);
    return back ? this.#return(order_id) : claim.id;
  }

  async #inOut(
    room: "claims" | "exchanges",
    id: string,
    back: Units[],
    out: (Units & { unit_price?: number })[],
    reason?: string,
  ): Promise<void> {
    const reason_id = reason ? await this.#returnReason(reason) : undefined;
    const location_id = await this.place();
    for (const one of back) {
      const items = [{ ...one, ...(reason_id ? { reason_id } : {}) }];
      await this.do(`${room}/${id}/inbound/items`, { location_id, items });
    }
    for (const { id: variant_id, ...one } of out)
      await this.do(`${room}/${id}/outbound/items`, { items: [{ variant_id, ...one }] });
    await this.do(`${room}/${id}/request`);
  }

  /** Asks goods back, as the dashboard does. */
  async askBack(order_id: string, item: Units): Promise<string> {
    const made = await this.do("returns", { order_id, location_id: await this.place() });
    const { return: asked } = z.object({ return: z.object({ id: z.string() }) }).parse(made);
    await this.do(`returns/${asked.id}/request-items`, { items: [item] });
    await this.do(`returns/${asked.id}/request`, { no_notification: true });
    return asked.id;
  }

  /** The parcel with returned goods has come. */
  async receive(return_id: string, item: Units): Promise<void> {
    const path = `returns/${return_id}`;
    await this.do(`${path}/receive`);
    await this.do(`${path}/receive-items`, { items: [item] });
    await this.do(`${path}/receive/confirm`);
  }

  /** Gives money back; the status of Medusa's answer. */
  async refund(payment_id: string, yuan?: number, reason?: string): Promise<number> {
    const refund_reason_id = reason ? await this.#refundReason(reason) : undefined;
    const amount = yuan === undefined ? {} : { amount: yuan };
    const body = { ...amount, ...(refund_reason_id ? { refund_reason_id } : {}) };
    return (await this.visitor.post(`/admin/payments/${payment_id}/refund`, body)).status;
  }

  /** Payments of an order, the first one first. */
  async payments(order_id: string): Promise<string[]> {
    const sql = `select p.id from order_payment_collection o
        join payment p on p.payment_collection_id = o.payment_collection_id
       where o.order_id = $1 and o.deleted_at is null order by p.created_at`;
    const rows = await look(this.database, z.object({ id: z.string() }), sql, [order_id]);
    return rows.map((row) => row.id);
  }

  /** Marks what is still due as paid, as the dashboard does. */
  async payRest(order_id: string): Promise<void> {
    const sql = `select c.id from order_payment_collection o join payment_collection c on c.id = o.payment_collection_id
       where o.order_id = $1 and o.deleted_at is null and c.status = 'not_paid' order by c.created_at desc`;
    const [due] = await look(this.database, z.object({ id: z.string() }), sql, [order_id]);
    expect(due, "something is due").toBeDefined();
    await this.do(`payment-collections/${due?.id ?? ""}/mark-as-paid`, { order_id });
  }

  /** Medusa reserves what a claim sends only where its carriage was chosen; the sweep does it a minute later. */
  async reserveSent(claim_id: string): Promise<void> {
    const sql = `select l.id as line_item_id, s.inventory_item_id from order_claim_item c
        join order_line_item l on l.id = c.item_id
        join product_variant_inventory_item s on s.variant_id = l.variant_id and s.deleted_at is null
       where c.claim_id = $1 and c.is_additional_item`;
    const row = z.object({ line_item_id: z.string(), inventory_item_id: z.string() });
    const [sent] = await look(this.database, row, sql, [claim_id]);
    await this.do("reservations", { ...sent, location_id: await this.place(), quantity: 1 });
  }

  async place(): Promise<string> {
    const places = z.object({ stock_locations: z.array(z.object({ id: z.string() })).min(1) });
    const { stock_locations } = replyOf(await this.visitor.get("/admin/stock-locations"), places);
    return stock_locations[0]?.id ?? "";
  }

  async #return(order_id: string): Promise<string> {
    const sql = "select id from return where order_id = $1 order by created_at desc limit 1";
    const [row] = await look(this.database, z.object({ id: z.string() }), sql, [order_id]);
    return row?.id ?? "";
  }

  async #returnReason(value: string): Promise<string> {
    const sql = "select id from return_reason where value = $1 and deleted_at is null";
    const [row] = await look(this.database, z.object({ id: z.string() }), sql, [value]);
    return row?.id ?? "";
  }

  async #refundReason(code: string): Promise<string> {
    const sql = "select id from refund_reason where code = $1 and deleted_at is null";
    const [row] = await look(this.database, z.object({ id: z.string() }), sql, [code]);
    return row?.id ?? "";
  }
}

/** The cooperative sends all of its goods, and they arrive. */
export async function deliverAll(seller: Visitor, order_id: string): Promise<void> {
  const body = { carrier: "中国邮政", tracking_number: "YZ100000002" };
  const path = `/cooperative/orders/${order_id}`;
  replyOf(await seller.post(`${path}/ship`, body), cooperativeOrderReplySchema);
  replyOf(await seller.post(`${path}/deliver`), cooperativeOrderReplySchema);
}

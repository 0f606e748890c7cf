/** A guest stays a guest, whatever e-mail address the guest types in; and logins tell nothing. */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import { demo } from "../../support/postgres";
import { type Listed, listGoods, openShop, type Shop } from "../shop";
import { completedSchema, medusaAddress } from "../store/sdk";
import { newBuyer, refusalOf, replyOf, type Visitor, visitorOf } from "../visitor";

let shop: Shop;
let guest: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  goods = await listGoods(await shop.visitor("cooperative"), { stock: 50 });
});
afterAll(() => shop.close());

const cartReply = z.object({ cart: z.object({ id: z.string() }) });
const optionsReply = z.object({ shipping_options: z.array(z.object({ id: z.string() })).min(1) });
const collectionReply = z.object({ payment_collection: z.object({ id: z.string() }) });

/** A paid order over Medusa's own cart routes, with an e-mail address of the guest's choice. */
async function boughtWith(email: string) {
  const made = await guest.post("/store/carts", {
    region_id: demo().region_id,
    email,
    items: [{ variant_id: goods.variant_id, quantity: 1 }],
    shipping_address: medusaAddress,
  });
  const { cart } = replyOf(made, cartReply);
  const path = `/store/carts/${cart.id}`;
  const options = replyOf(
    await guest.get(`/store/shipping-options?cart_id=${cart.id}`),
    optionsReply,
  );
  const option_id = options.shipping_options[0]?.id;
  replyOf(await guest.post(`${path}/shipping-methods`, { option_id }), cartReply);
  const collection = await guest.post("/store/payment-collections", { cart_id: cart.id });
  const { payment_collection } = replyOf(collection, collectionReply);
  const sessions = `/store/payment-collections/${payment_collection.id}/payment-sessions`;
  replyOf(
    await guest.post(sessions, { provider_id: "pp_sandbox_local", data: {} }),
    collectionReply,
  );
  return replyOf(await guest.post(`${path}/complete`), completedSchema);
}

describe("a guest who types a customer's e-mail address", () => {
  it("keeps the order, and the customer does not see it", async () => {
    const email = `owner-${randomUUID()}@example.com`;
    const owner = await newBuyer(shop.house.url, email);
    const { order, access_token = "" } = await boughtWith(email);
    expect((await owner.get("/store/orders")).text).not.toContain(order.id);
    expect(refusalOf(await owner.get(`/store/orders/${order.id}`))).toBe("404 not_found");
    const opened = await guest.get(`/store/orders/${order.id}`, {
      headers: { "x-order-token": access_token },
    });
    expect(opened.status).toBe(200);
  });
});

describe("the door of logins", () => {
  const knock = (path: string, body: unknown = {}) =>
    visitorOf(shop.house.url, "knocker").post(path, body, {
      headers: { "x-forwarded-for": randomUUID() },
    });

  it("knows four kinds of people and no other", async () => {
    const body = { email: "a@example.com", password: "a-long-password" };
    for (const who of ["admin", "superuser", "api-key", "household"]) {
      expect(refusalOf(await knock(`/auth/${who}/emailpass`, body))).toBe("404 not_found");
      expect(refusalOf(await knock(`/auth/${who}/emailpass/register`, body))).toBe("404 not_found");
    }
    expect(refusalOf(await knock("/auth/emailpass/user", body))).toBe("404 not_found");
  });

  it("answers a known and an unknown account alike, also when a password is to be reset", async () => {
    const email = `known-${randomUUID()}@example.com`;
    await newBuyer(shop.house.url, email);
    const wrong = (who: string) =>
      knock("/auth/customer/emailpass", { email: who, password: "wrong" });
    const [known, unknown] = [await wrong(email), await wrong("nobody@example.com")];
    expect(known.text).toBe(unknown.text);
    expect([known.status, unknown.status]).toEqual([401, 401]);
    const reset = (who: string) =>
      knock("/auth/customer/emailpass/reset-password", { identifier: who });
    const [one, other] = [await reset(email), await reset("nobody@example.com")];
    expect([one.status, one.text]).toEqual([other.status, other.text]);
  });

  it("says how long it stays shut", async () => {
    const email = `shut-${randomUUID()}@example.com`;
    const tries = Array.from({ length: 11 }, () =>
      knock("/auth/customer/emailpass", { email, password: "wrong" }),
    );
    await Promise.all(tries);
    const reply = await fetch(`${shop.house.url}/auth/customer/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password: "right or wrong" }),
    });
    expect(reply.status).toBe(429);
    expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

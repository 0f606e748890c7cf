/** Orders and carts are read and changed by those whose they are, over any route. */
import { z } from "zod";

import { checkoutOf } from "../../lists/checkouts";
import { demo } from "../../support/postgres";
import { expectLedgerOk } from "../ledger";
import { buy, buyOne, type Listed, listGoods, openShop, type Shop } from "../shop";
import { newBuyer, refusalOf, replyOf, type Visitor } from "../visitor";
import { clientOf, fillCart, medusaAddress } from "./sdk";

let shop: Shop;
let guest: Visitor;
let buyer: Visitor;
let other: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  buyer = await shop.visitor("buyer");
  other = await shop.visitor("buyer_other");
  goods = await listGoods(await shop.visitor("cooperative"), { stock: 500 });
});
afterAll(() => shop.close());

const cartReply = z.object({ cart: z.object({ id: z.string() }) });
const HIDDEN = /^(401|404) /;

describe("an order", () => {
  it("is read over Medusa's route by its owner only", async () => {
    const { order } = await buyOne(buyer, goods.variant_id);
    const path = `/store/orders/${order.id}`;
    expect((await buyer.get(path)).status).toBe(200);
    for (const stranger of [guest, other, await shop.visitor("cooperative")]) {
      expect(refusalOf(await stranger.get(path)), stranger.name).toMatch(HIDDEN);
      expect(refusalOf(await stranger.get(`${path}?fields=*shipping_address`))).toMatch(HIDDEN);
    }
  });

  it("is not handed over to another who asks for it", async () => {
    const { order } = await buyOne(buyer, goods.variant_id);
    const asked = await other.post(`/store/orders/${order.id}/transfer/request`, {});
    expect(refusalOf(asked)).toMatch(HIDDEN);
  });

  it("of others is in nobody's list", async () => {
    const { order } = await buyOne(buyer, goods.variant_id);
    for (const path of ["/store/orders?limit=100", "/store/my/orders?limit=100"]) {
      expect((await buyer.get(path)).text, path).toContain(order.id);
      expect((await other.get(path)).text, path).not.toContain(order.id);
    }
    const filtered = await other.get(`/store/orders?id=${order.id}`);
    expect(filtered.text).not.toContain(order.email);
  });

  it("that a guest makes with a customer's mail address is not the customer's", async () => {
    const email = `owner-${Date.now()}@example.com`;
    const owner = await newBuyer(shop.house.url, email);
    const { order } = await buy(guest, { ...checkoutOf(goods.variant_id), email });
    expect((await owner.get("/store/my/orders")).text).not.toContain(order.id);
    expect(refusalOf(await owner.get(`/store/orders/${order.id}/credits`))).toBe("404 not_found");
  });
});

describe("a guest", () => {
  it("who buys twice at once for the first time gets two orders", async () => {
    const email = `twice-${Date.now()}@example.com`;
    const purchase = () => buy(guest, { ...checkoutOf(goods.variant_id), email });
    const both = await Promise.all([purchase(), purchase(), purchase()]);
    expect(new Set(both.map(({ order }) => order.id)).size).toBe(3);
  });
});

describe("a cart", () => {
  async function cartOf(visitor: Visitor): Promise<string> {
    const made = await visitor.post("/store/carts", {
      region_id: demo().region_id,
      items: [{ variant_id: goods.variant_id, quantity: 1 }],
      shipping_address: medusaAddress,
    });
    return replyOf(made, cartReply).cart.id;
  }

  it("of a customer is neither read nor changed by another", async () => {
    const id = await cartOf(buyer);
    expect((await buyer.get(`/store/carts/${id}`)).status).toBe(200);
    for (const stranger of [guest, other]) {
      const path = `/store/carts/${id}`;
      const line = { variant_id: goods.variant_id, quantity: 1 };
      const tries = [
        stranger.get(path),
        stranger.get(`${path}?fields=*shipping_address,*customer`),
        stranger.post(path, { email: "thief@example.com" }),
        stranger.post(`${path}/line-items`, line),
        stranger.post(`${path}/customer`),
        stranger.post(`${path}/complete`),
        stranger.post("/store/payment-collections", { cart_id: id }),
        stranger.get(`/store/shipping-options?cart_id=${id}`),
      ];
      for (const answer of await Promise.all(tries)) {
        expect(refusalOf(answer), stranger.name).toMatch(HIDDEN);
      }
    }
    expect((await buyer.get(`/store/carts/${id}`)).text).not.toContain("thief@example.com");
  });

  it("of a guest is read by its id until it is completed", async () => {
    const cart = await fillCart(clientOf(shop.house.url), goods.variant_id);
    const path = `/store/carts/${cart.cart_id}`;
    expect((await guest.get(path)).status).toBe(200);
    expect((await guest.post(`${path}/complete`)).status).toBe(200);
    expect(refusalOf(await guest.get(path))).toMatch(HIDDEN);
  });
});

it("leaves a ledger that verifies", async () => {
  await expectLedgerOk(shop.house.database);
});

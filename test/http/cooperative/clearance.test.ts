/** A glut is sold off: one price everywhere, so many units and no more, two people below the floor, over by itself. */
import { z } from "zod";

import {
  clearancesReplySchema,
  goodReplySchema,
  goodsReplySchema,
  ownClearanceReplySchema,
  productReplySchema,
} from "@yigou/backend/contract";

import { checkoutOf } from "../../lists/checkouts";
import { clearanceOf, dayFromNow } from "../../lists/clearances";
import { expectLedgerOk, look, pricesPaid } from "../ledger";
import {
  buy,
  type Listed,
  listGoods,
  openShop,
  type Shop,
  sumOf,
  until,
  untilCredited,
  withKey,
} from "../shop";
import { clientOf, fillCart } from "../store/sdk";
import { memberNamed, refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let manager: Visitor;
let books: Visitor;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  manager = await shop.visitor("cooperative");
  books = await memberNamed(shop.house.url, "bookkeeper");
});
afterAll(() => shop.close());

const sql = (text: string, values: unknown[]) =>
  look(shop.house.database, z.unknown(), text, values);

const open = async (body: unknown, who = manager) =>
  replyOf(await who.post("/cooperative/clearances", body), ownClearanceReplySchema).clearance;

const variantOf = async ({ handle }: Listed) =>
  replyOf(await guest.get(`/store/goods/${handle}`), goodReplySchema).good.variants[0];

const cardOf = async ({ product_id }: Listed) => {
  const list = await guest.get("/store/goods?sort=newest&limit=50");
  return replyOf(list, goodsReplySchema).goods.find((card) => card.product_id === product_id);
};

const offers = async () =>
  replyOf(await guest.get("/store/clearances"), clearancesReplySchema).clearances;

describe("a clearance", () => {
  it("shows one price in list, page, cart and checkout, and credits by it", async () => {
    const goods = await listGoods(manager, { price_fen: 3990, stock: 50 });
    await open(clearanceOf(goods.variant_id, { quantity: 10 }));
    const card = await until(
      () => cardOf(goods),
      (found) => found?.price_fen === 2990,
      2_000,
    );
    expect(card?.clearance).toMatchObject({ usual_fen: 3990, last_on: dayFromNow(3) });
    const variant = await variantOf(goods);
    expect(variant).toMatchObject({ price_fen: 2990, clearance: { usual_fen: 3990, left: 10 } });
    const offer = (await offers()).find((one) => one.variant_id === goods.variant_id);
    // 10 % service of 29.90, packing 2.00, freight 1.99: the rest reaches the households.
    expect(offer).toMatchObject({ price_fen: 2990, left: 10, household_fen: 2990 - 299 - 399 });
    const wrong = { ...checkoutOf(goods.variant_id, 2), expected_total_fen: 7980 };
    expect(refusalOf(await guest.post("/store/checkout", wrong, withKey()))).toBe(
      "409 price_changed",
    );
    const { order, token } = await buy(guest, {
      ...checkoutOf(goods.variant_id, 2),
      expected_total_fen: 5980,
    });
    expect(order.total_fen).toBe(5980);
    const { credits, total_net_fen } = await untilCredited(guest, order.id, token);
    expect(sumOf(credits, (credit) => credit.gross_fen)).toBe(5980);
    expect(total_net_fen).toBe(2 * (2990 - 299 - 399));
    expect((await variantOf(goods))?.clearance?.left).toBe(8);
  });

  it("gives the last box to one of two, tells the other, and is over", async () => {
    const goods = await listGoods(manager, { price_fen: 3990, stock: 50 });
    await open(clearanceOf(goods.variant_id, { quantity: 3 }));
    await buy(guest, checkoutOf(goods.variant_id, 2));
    const many = await guest.post("/store/checkout", checkoutOf(goods.variant_id, 2), withKey());
    expect(refusalOf(many)).toBe("409 clearance_sold_out");
    expect(many.text).toContain('"left":1');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        guest.post("/store/checkout", checkoutOf(goods.variant_id), withKey()),
      ),
    );
    const prices = await pricesPaid(shop.house.database, goods.variant_id);
    expect(prices.filter((price) => price === 29.9)).toHaveLength(2);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      // Whoever comes when the offer has ended by then is told that the price is another one.
      expect(refusalOf(answer)).toMatch(/^409 (clearance_sold_out|price_changed)$/);
      expect(answer.text).toMatch(/清仓特价的份数不够了|价格已变动/);
    }
    // The stock is not gone: what is left sells at the usual price again.
    await until(
      () => cardOf(goods),
      (found) => found?.price_fen === 3990 && found.clearance === null,
    );
    expect(await variantOf(goods)).toMatchObject({ price_fen: 3990, clearance: null });
    expect((await offers()).map((one) => one.variant_id)).not.toContain(goods.variant_id);
    const { order } = await buy(guest, checkoutOf(goods.variant_id));
    expect(order.total_fen).toBe(3990);
  });

  it("gives its units back when an order is cancelled before it has ended", async () => {
    const goods = await listGoods(manager, { price_fen: 3990, stock: 50 });
    await open(clearanceOf(goods.variant_id, { quantity: 4 }));
    const { order } = await buy(guest, checkoutOf(goods.variant_id, 3));
    expect((await variantOf(goods))?.clearance?.left).toBe(1);
    const operator = await shop.visitor("operator");
    replyOf(await operator.post(`/admin/orders/${order.id}/cancel`), z.unknown());
    expect((await variantOf(goods))?.clearance?.left).toBe(4);
  });

  it("takes no unit when the payment is declined", async () => {
    const goods = await listGoods(manager, { price_fen: 3990, stock: 50 });
    await open(clearanceOf(goods.variant_id, { quantity: 2 }));
    const declined = { ...checkoutOf(goods.variant_id, 2), payment_data: { outcome: "decline" } };
    expect(refusalOf(await guest.post("/store/checkout", declined, withKey()))).toBe(
      "402 payment_declined",
    );
    expect((await variantOf(goods))?.clearance?.left).toBe(2);
  });

  it("is over with its day, and a cart that was filled before is not charged its price", async () => {
    const goods = await listGoods(manager, { price_fen: 3990, stock: 50 });
    const { id } = await open(clearanceOf(goods.variant_id));
    const cart = await fillCart(clientOf(shop.house.url), goods.variant_id);
    expect(cart.total).toBe(29.9);
    await sql("update clearance_offer set ends_at = now() where id = $1", [id]);
    await sql("update price_list set ends_at = now() where title = $1", [`clearance ${id}`]);
    expect(await variantOf(goods)).toMatchObject({ price_fen: 3990, clearance: null });
    const late = await guest.post(`/store/carts/${cart.cart_id}/complete`);
    expect(refusalOf(late)).toBe("409 price_changed");
    await until(
      () => cardOf(goods),
      (found) => found?.price_fen === 3990,
    );
    const { order } = await buy(guest, checkoutOf(goods.variant_id));
    expect(order.total_fen).toBe(3990);
  });

  it("keeps its price when the usual one changes, and is ended by hand", async () => {
    const goods = await listGoods(manager, { price_fen: 3990, stock: 50 });
    const { id } = await open(clearanceOf(goods.variant_id));
    const change = { variants: [{ id: goods.variant_id, price_fen: 4590 }] };
    replyOf(
      await manager.post(`/cooperative/products/${goods.product_id}`, change),
      productReplySchema,
    );
    expect((await variantOf(goods))?.price_fen).toBe(2990);
    const other = await shop.visitor("cooperative_other");
    const path = `/cooperative/clearances/${id}/steps`;
    expect(refusalOf(await other.post(path, { verb: "end" }))).toBe("404 not_found");
    const ended = replyOf(await books.post(path, { verb: "end" }), ownClearanceReplySchema);
    expect(ended.clearance).toMatchObject({ state: "ended", ended_why: "withdrawn" });
    expect((await variantOf(goods))?.price_fen).toBe(4590);
    expect(refusalOf(await books.post(path, { verb: "end" }))).toBe("409 state_conflict");
  });

  it("leaves no price behind when it ended while its price was being put", async () => {
    const goods = await listGoods(manager, { price_fen: 3990, stock: 50 });
    const { id } = await open(clearanceOf(goods.variant_id));
    expect((await variantOf(goods))?.price_fen).toBe(2990);
    await sql(
      "update clearance_offer set state = 'ended', ended_at = now(), ended_why = 'withdrawn' where id = $1",
      [id],
    );
    const usual = (found: { price_fen: number } | undefined) => found?.price_fen === 3990;
    await until(() => variantOf(goods), usual);
    await until(() => cardOf(goods), usual);
    await buy(guest, { ...checkoutOf(goods.variant_id), expected_total_fen: 3990 });
  });
});

describe("the ledger", () => {
  it("stands after all of this", async () => {
    await expectLedgerOk(shop.house.database);
  });
});

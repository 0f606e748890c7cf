/** The certificate of thanks: a picture for whoever holds the order, with what was asked for and no more. */
import sharp from "sharp";

import { demo } from "../../support/postgres";
import { buyOne, type Listed, listGoods, openShop, type Shop, untilCredited } from "../shop";
import { refusalOf, type Visitor } from "../visitor";

let shop: Shop;
let buyer: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  buyer = await shop.visitor("buyer");
  goods = await listGoods(await shop.visitor("cooperative"));
});
afterAll(() => shop.close());

/** As bytes: the visitor reads everything as text. */
async function picture(path: string, token: string): Promise<Buffer> {
  const headers = {
    "x-publishable-api-key": demo().publishable_key,
    "x-order-token": token,
  };
  const reply = await fetch(`${shop.house.url}${path}`, { headers });
  expect(reply.headers.get("content-type")).toBe("image/png");
  expect(reply.headers.get("cache-control")).toBe("no-store");
  return Buffer.from(await reply.arrayBuffer());
}

it("is a picture that differs by name and amount, and carries no data beside its points", async () => {
  const guest = await shop.visitor("anonymous");
  const { order, token = "" } = await buyOne(guest, goods.variant_id);
  await untilCredited(guest, order.id, token);
  const path = `/store/orders/${order.id}/thanks`;
  const plain = await picture(path, token);
  const facts = await sharp(plain).metadata();
  expect([facts.format, facts.width, facts.height]).toEqual(["png", 1080, 1350]);
  expect(facts.exif).toBeUndefined();
  const named = await picture(`${path}?name=${encodeURIComponent("陈䶮")}&amount=1`, token);
  expect(named.equals(plain)).toBe(false);
  expect(await picture(`${path}?lang=en`, token)).not.toEqual(plain);
});

it("is nobody else's, takes no number for a name, and is not there before anything is credited", async () => {
  const { order } = await buyOne(buyer, goods.variant_id);
  const path = `/store/orders/${order.id}/thanks`;
  expect(refusalOf(await (await shop.visitor("buyer_other")).get(path))).toBe("404 not_found");
  expect(refusalOf(await buyer.get(`${path}?name=13800138000`))).toBe("400 personal_data");
  expect(refusalOf(await buyer.get(`${path}?name=${"x".repeat(25)}`))).toBe("400 invalid_input");
  expect(refusalOf(await buyer.get(`${path}?name=${encodeURIComponent("<b>")}`))).toBe(
    "400 invalid_input",
  );
});

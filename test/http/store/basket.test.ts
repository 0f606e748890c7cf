/** A buyer's cart follows to the next login; nobody else's does. */
import { basketReplySchema } from "@yigou/backend/contract";

import { openShop, type Shop } from "../shop";
import { newBuyer, refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let buyer: Visitor;

beforeAll(async () => {
  shop = await openShop();
  buyer = await newBuyer(shop.house.url, `basket-${Date.now()}@example.com`);
});
afterAll(() => shop.close());

const path = "/store/my/cart";
const item = (variant_id: string, quantity: number) => ({ variant_id, quantity });
const itemsOf = async (who: Visitor) => replyOf(await who.get(path), basketReplySchema).items;
const keep = async (items: unknown, mode: string) =>
  replyOf(await buyer.post(path, { items, mode }), basketReplySchema).items;

describe("a buyer's cart", () => {
  it("takes in what a device brings, without doubling it, and is the same at the next login", async () => {
    expect(await itemsOf(buyer)).toBeNull();
    await keep([item("variant_1", 2)], "set");
    const brought = [item("variant_1", 1), item("variant_2", 3)];
    const once = await keep(brought, "merge");
    expect(once).toEqual([item("variant_1", 2), item("variant_2", 3)]);
    expect(await keep(brought, "merge")).toEqual(once);
    expect(await itemsOf(buyer)).toEqual(once);
  });

  it("is nobody else's", async () => {
    const other = await newBuyer(shop.house.url, `basket-other-${Date.now()}@example.com`);
    expect(await itemsOf(other)).toBeNull();
    const guest = await shop.visitor("anonymous");
    expect((await guest.get(path)).status).toBe(401);
  });

  it.each([
    ["no mode", { items: [] }],
    ["a quantity of zero", { items: [item("variant_1", 0)], mode: "set" }],
    ["41 lines", { items: Array.from({ length: 41 }, (_, n) => item(`v_${n}`, 1)), mode: "set" }],
    ["another's customer id", { items: [], mode: "set", customer_id: "cus_1" }],
  ])("is refused with %s", async (_what, body) => {
    expect(refusalOf(await buyer.post(path, body))).toBe("400 invalid_input");
  });
});

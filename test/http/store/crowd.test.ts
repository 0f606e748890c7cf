/** More come than can be served: some are served, some wait, the rest is told; those who pay are not kept out. */
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { changed } from "../../lists/changed";
import { checkoutOf } from "../../lists/checkouts";
import { demo } from "../../support/postgres";
import { look } from "../ledger";
import { listGoods, openShop, type Shop, withKey } from "../shop";
import { type Answer, refusalOf, type Visitor } from "../visitor";

let shop: Shop;
let buyer: Visitor;
let seller: Visitor;

beforeAll(async () => {
  shop = await openShop({ YIGOU_ORDERS_AT_ONCE: "8", YIGOU_READERS_AT_ONCE: "4" });
  buyer = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
});
afterAll(() => shop.close());

/** What a buyer was told on the way. */
interface Tale {
  last: Answer;
  busy: number;
}

const PATIENCE_MS = 120_000;

/** Asks again under the same key while the shop is busy, as the storefront's buyer does. */
async function buyPatiently(variant_id: string): Promise<Tale> {
  const sent = withKey();
  const end = Date.now() + PATIENCE_MS;
  for (let busy = 0; ; busy += 1) {
    const last = await buyer.post("/store/checkout", checkoutOf(variant_id), sent);
    if (last.status !== 503 || Date.now() > end) return { last, busy };
    expect(refusalOf(last)).toBe("503 busy");
    await sleep(500 + Math.random() * 1_000);
  }
}

describe("a crowd", () => {
  it("that buys does not keep those out who read; a crowd that reads is told when to come again", async () => {
    const { variant_id, handle } = await listGoods(seller, { stock: 40 });
    const buying = Promise.all(Array.from({ length: 20 }, () => buyPatiently(variant_id)));
    expect((await buyer.get(`/store/goods/${handle}`)).status).toBe(200);
    await buying;
    const url = `${shop.house.url}/store/goods/${handle}`;
    const headers = { "x-publishable-api-key": demo().publishable_key };
    const readers = await Promise.all(Array.from({ length: 60 }, () => fetch(url, { headers })));
    const away = readers.filter(({ status }) => status === 503);
    expect(away.length).toBeGreaterThan(0);
    expect(away.length).toBeLessThan(60);
    expect(away[0]?.headers.get("retry-after")).toBe("2");
    expect(await away[0]?.json()).toMatchObject({ code: "busy" });
    expect((await buyer.get(`/store/goods/${handle}`)).status).toBe(200);
  });

  it("of cooperatives and officials is never sent away", async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => seller.get("/cooperative/households?limit=10")),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe("two kinds from one heap", () => {
  it("are not sold beyond the heap, whether together or one after the other", async () => {
    const [boxed, loose] = [await listGoods(seller, { stock: 3 }), await listGoods(seller)];
    await look(
      shop.house.database,
      z.unknown(),
      `update product_variant_inventory_item set inventory_item_id =
         (select inventory_item_id from product_variant_inventory_item where variant_id = $1) where variant_id = $2`,
      [boxed.variant_id, loose.variant_id],
    );
    const ask = (loose_boxes: number) =>
      buyer.post(
        "/store/checkout",
        changed(checkoutOf(boxed.variant_id), "items", [
          { variant_id: boxed.variant_id, quantity: 2 },
          { variant_id: loose.variant_id, quantity: loose_boxes },
        ]),
        withKey(),
      );
    expect(refusalOf(await ask(2))).toBe("409 sold_out");
    expect((await ask(1)).status).toBe(200);
    const last = await buyer.post("/store/checkout", checkoutOf(loose.variant_id), withKey());
    expect(refusalOf(last)).toBe("409 sold_out");
  });
});

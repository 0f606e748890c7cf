/** A crowd wants the same boxes at once: some are served, some wait, the rest is told; nothing is sold twice. */
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { checkoutReplySchema } from "@yigou/backend/contract";

import { checkoutOf } from "../../lists/checkouts";
import { demo } from "../../support/postgres";
import { look } from "../ledger";
import { listGoods, openShop, type Shop, withKey } from "../shop";
import { type Answer, refusalOf, replyOf, type Visitor } from "../visitor";

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

const counts = z.object({ orders: z.number(), captures: z.number(), reserved: z.number() });

async function soldOf(variant_id: string) {
  const [sold] = await look(
    shop.house.database,
    counts,
    `select count(distinct i.order_id)::int as orders, count(distinct c.id)::int as captures,
       (select n.reserved_quantity::int from product_variant_inventory_item s
          join inventory_level n on n.inventory_item_id = s.inventory_item_id
         where s.variant_id = $1) as reserved
       from order_line_item l join order_item i on i.item_id = l.id
       join "order" o on o.id = i.order_id and o.status <> 'canceled'
       left join order_payment_collection p on p.order_id = o.id
       left join payment y on y.payment_collection_id = p.payment_collection_id
       left join capture c on c.payment_id = y.id
      where l.variant_id = $1`,
    [variant_id],
  );
  return sold;
}

describe("a crowd", () => {
  it("of 200 buyers gets the fifty boxes that there are, each once, and the rest is told", async () => {
    const { variant_id } = await listGoods(seller, { stock: 50 });
    const tales = await Promise.all(Array.from({ length: 200 }, () => buyPatiently(variant_id)));
    const served = tales.filter(({ last }) => last.status === 200);
    expect(served).toHaveLength(50);
    const orders = served.map(({ last }) => replyOf(last, checkoutReplySchema).order.id);
    expect(new Set(orders).size).toBe(50);
    const others = tales.filter(({ last }) => last.status !== 200).map(({ last }) => last);
    expect(new Set(others.map(refusalOf))).toEqual(new Set(["409 sold_out"]));
    expect(tales.some(({ busy }) => busy > 0)).toBe(true);
    expect(await soldOf(variant_id)).toEqual({ orders: 50, captures: 50, reserved: 50 });
  }, 240_000);

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

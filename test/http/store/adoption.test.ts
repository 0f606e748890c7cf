/** A tree for a season: paid now, its news on the way, its harvest delivered, none sold twice. */
import { z } from "zod";

import {
  adoptionsReplySchema,
  cooperativeOrderReplySchema,
  goodReplySchema,
  orderAdoptionsReplySchema,
  ownAdoptionReplySchema,
} from "@yigou/backend/contract";

import { adoptionOf, wrongAdoptions } from "../../lists/adoptions";
import { changed } from "../../lists/changed";
import { checkoutOf } from "../../lists/checkouts";
import { dayFromNow } from "../../lists/clearances";
import { expectLedgerOk, look } from "../ledger";
import {
  buyOne,
  creditsOf,
  openShop,
  type Shop,
  suppliersOf,
  until,
  untilCredited,
  withKey,
} from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let home: string;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  home = (await suppliersOf(seller))[0] ?? "";
});
afterAll(() => shop.close());

const tokenOf = (token: string | undefined) => ({ headers: { "x-order-token": token ?? "" } });
const parcel = { carrier: "中国邮政", tracking_number: "YZ400000001" };

async function offer(more: Parameters<typeof adoptionOf>[1] = {}) {
  const answer = await seller.post("/cooperative/adoptions", adoptionOf(home, more));
  const { adoption } = replyOf(answer, ownAdoptionReplySchema);
  const page = await guest.get(`/store/goods/${adoption.handle}`);
  const { good } = replyOf(page, goodReplySchema);
  return { ...adoption, good, variant_id: good.variants[0]?.id ?? "" };
}

const treesOf = async (order_id: string, token: string | undefined) =>
  replyOf(
    await guest.get(`/store/orders/${order_id}/adoptions`, tokenOf(token)),
    orderAdoptionsReplySchema,
  );

/** The harvest begins today. */
const ripen = async (product_id: string) =>
  look(
    shop.house.database,
    z.unknown(),
    `update adoption_offer set harvest_from = (now() at time zone 'Asia/Shanghai')::date where product_id = $1`,
    [product_id],
  );

describe("an adopted tree", () => {
  it("has its number, its household and its news, and is credited to that household alone", async () => {
    const tree = await offer();
    expect(tree.good.adoption).toMatchObject({ kind: "tree", trees: 3, season: "2026 冬" });
    const list = replyOf(await guest.get("/store/adoptions"), adoptionsReplySchema).adoptions;
    expect(list.find(({ good }) => good.product_id === tree.product_id)?.left).toBe(3);
    const { order, token } = await buyOne(guest, tree.variant_id, 2);
    const { credits } = await untilCredited(guest, order.id, token);
    expect(new Set(credits.map(({ household_alias }) => household_alias))).toEqual(
      new Set([tree.alias]),
    );
    expect(new Set(credits.map(({ state }) => state))).toEqual(new Set(["expected"]));
    const news = { text: "今天疏了果，长势很好。" };
    const path = `/cooperative/adoptions/${tree.product_id}/updates`;
    replyOf(await seller.post(path, news), ownAdoptionReplySchema);
    const found = await until(
      () => treesOf(order.id, token),
      ({ adoptions }) => adoptions[0]?.tree_numbers.length === 2,
    );
    expect(found.adoptions[0]).toMatchObject({ tree_numbers: [1, 2], alias: tree.alias });
    expect(found.adoptions[0]?.updates[0]?.text).toBe(news.text);
    const other = await shop.visitor("cooperative_other");
    expect(refusalOf(await other.post(path, news))).toBe("404 not_found");
    expect(refusalOf(await guest.get(`/store/orders/${order.id}/adoptions`))).toBe("404 not_found");
  });

  it("is sold once, also when five want the last two", async () => {
    const tree = await offer({ trees: 2 });
    const wanted = await Promise.all(
      Array.from({ length: 5 }, () =>
        guest.post("/store/checkout", checkoutOf(tree.variant_id), withKey()),
      ),
    );
    expect(wanted.filter(({ status }) => status === 200)).toHaveLength(2);
    for (const refused of wanted.filter(({ status }) => status !== 200))
      expect(refusalOf(refused)).toBe("409 sold_out");
  });

  it("ships when its harvest begins, not before, and is earned on delivery", async () => {
    const tree = await offer();
    const { order, token } = await buyOne(guest, tree.variant_id);
    await untilCredited(guest, order.id, token);
    const path = `/cooperative/orders/${order.id}`;
    expect(refusalOf(await seller.post(`${path}/ship`, parcel))).toBe("409 adoption_not_ripe");
    await ripen(tree.product_id);
    replyOf(await seller.post(`${path}/ship`, parcel), cooperativeOrderReplySchema);
    replyOf(await seller.post(`${path}/deliver`), cooperativeOrderReplySchema);
    await until(
      () => creditsOf(guest, order.id, token),
      ({ credits }) => credits.every(({ state }) => state === "earned"),
    );
    const late = await guest.post(`/store/orders/${order.id}/adoptions/cancel`, {}, tokenOf(token));
    expect(refusalOf(late)).toBe("409 adoption_too_late");
  });

  it("is given back before the harvest: all is refunded, the tree is free again", async () => {
    const tree = await offer({ trees: 1 });
    const { order, token } = await buyOne(guest, tree.variant_id);
    await untilCredited(guest, order.id, token);
    expect((await treesOf(order.id, token)).cancellable).toBe(true);
    const path = `/store/orders/${order.id}/adoptions/cancel`;
    expect(refusalOf(await guest.post(path))).toBe("404 not_found");
    replyOf(await guest.post(path, {}, tokenOf(token)), z.unknown());
    await until(
      () => creditsOf(guest, order.id, token),
      ({ total_net_fen }) => total_net_fen === 0,
    );
    expect(refusalOf(await guest.post(path, {}, tokenOf(token)))).toBe("409 adoption_too_late");
    const again = await buyOne(guest, tree.variant_id);
    await until(
      () => treesOf(again.order.id, again.token),
      ({ adoptions }) => adoptions[0]?.tree_numbers[0] === 1,
    );
  });

  it("with a poor harvest gives back the missing part, once, and the credit falls by it", async () => {
    const tree = await offer();
    const { order, token } = await buyOne(guest, tree.variant_id);
    const before = await untilCredited(guest, order.id, token);
    const path = `/cooperative/adoptions/${tree.product_id}/harvest`;
    const poor = { per_tree_g: 3000 };
    expect(refusalOf(await seller.post(path, poor))).toBe("409 adoption_not_ripe");
    await ripen(tree.product_id);
    const answers = await Promise.all([1, 2].map(() => seller.post(path, poor)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { adoptions } = await until(
      () => treesOf(order.id, token),
      (found) => (found.adoptions[0]?.compensation_fen ?? 0) > 0,
    );
    // Two fifths of 168.00 are missing.
    expect(adoptions[0]).toMatchObject({ compensation_fen: 6720, harvested_g: 3000 });
    const after = await until(
      () => creditsOf(guest, order.id, token),
      (found) => found.total_net_fen < before.total_net_fen,
    );
    const share = Math.round((before.total_net_fen * 2) / 5);
    expect(Math.abs(before.total_net_fen - after.total_net_fen - share)).toBeLessThanOrEqual(1);
  });

  it.each(wrongAdoptions)("is refused with %s", async (_what, path, value) => {
    const body = changed(adoptionOf(home), path, value);
    expect(refusalOf(await seller.post("/cooperative/adoptions", body))).toBe("400 invalid_input");
  });

  it("is refused with a harvest that is not ahead", async () => {
    const body = adoptionOf(home, { harvest_from: dayFromNow(0) });
    expect(refusalOf(await seller.post("/cooperative/adoptions", body))).toBe("400 adoption_past");
  });
});

describe("the ledger", () => {
  it("stands after all of this", async () => {
    await expectLedgerOk(shop.house.database);
  });
});

/** Reviews: only of what arrived, one a line, with photos that tell nothing of the place, answered once, hidden with a reason. */
import { z } from "zod";

import {
  keptReviewReplySchema,
  keptReviewsReplySchema,
  reviewsReplySchema,
} from "@yigou/backend/contract";

import { reviewOf, wrongReviews } from "../../lists/after-sale";
import { changed } from "../../lists/changed";
import { pixel } from "../../lists/pictures";
import { arrived, deliver, order, speaker, taken } from "../after-sale";
import { look } from "../ledger";
import { type Listed, listGoods, openShop, type Shop } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let operator: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  operator = await shop.visitor("operator");
  goods = await listGoods(seller, { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

const pageOf = async ({ handle }: Listed, query = "") =>
  replyOf(await guest.get(`/store/goods/${handle}/reviews${query}`), reviewsReplySchema);
const hide = async (id: string, hidden: boolean) =>
  operator.post(`/admin/reviews/${id}/hiding`, { hidden, reason: "与商品无关" });
const picture = async (url: string) => {
  const reply = await fetch(`${shop.house.url}${url}`);
  return { status: reply.status, bytes: Buffer.from(await reply.arrayBuffer()) };
};

describe("a review", () => {
  it("of goods that arrived stands on their page with a masked name, mean and count", async () => {
    const fresh = await listGoods(seller);
    expect(await pageOf(fresh)).toEqual({
      rating: { count: 0, mean_hundredths: null, by_stars: [0, 0, 0, 0, 0] },
      reviews: [],
      next_offset: null,
    });
    for (const stars of [5, 4, 5]) {
      const { line, review } = await arrived(guest, seller, [[fresh, 1]]);
      const body = reviewOf(line(fresh), { stars, anonymous: stars === 4 });
      replyOf(await review(body), keptReviewReplySchema);
    }
    const { rating, reviews, next_offset } = await pageOf(fresh, "?limit=2");
    expect(rating).toEqual({ count: 3, mean_hundredths: 467, by_stars: [0, 0, 0, 1, 2] });
    expect(reviews.map(({ stars, by }) => [stars, by])).toEqual([
      [5, "李**"],
      [4, null],
    ]);
    expect(next_offset).toBe(2);
    const rest = await pageOf(fresh, "?limit=2&offset=2");
    expect([rest.reviews.length, rest.next_offset]).toEqual([1, null]);
  });

  it("is one for each line, also when two come at once", async () => {
    const { line, review, look: care } = await arrived(guest, seller, [[goods, 1]]);
    const body = reviewOf(line(goods));
    const both = await Promise.all([review(body), review(body)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(refusalOf(await review(body))).toBe("409 review_exists");
    const [own] = (await care()).lines;
    expect(own).toMatchObject({ may_review: false, review: { stars: 5, hidden: false } });
  });

  it("waits for the delivery", async () => {
    const bought = await order(guest, [[goods, 1]]);
    const { line, review, look: care } = speaker(guest, bought);
    expect((await care()).lines[0]?.may_review).toBe(false);
    expect(refusalOf(await review(reviewOf(line(goods))))).toBe("409 not_received");
    await deliver(seller, bought.order.id);
    expect((await care()).lines[0]?.may_review).toBe(true);
    expect((await review(reviewOf(line(goods)))).status).toBe(200);
  });

  it("is written by nobody else: not without the token, not of another order's line", async () => {
    const mine = await arrived(guest, seller, [[goods, 1]]);
    const other = await arrived(guest, seller, [[goods, 1]]);
    const path = `/store/orders/${mine.order.id}/reviews`;
    const body = reviewOf(mine.line(goods));
    expect(refusalOf(await guest.post(path, body))).toBe("404 not_found");
    const stranger = await shop.visitor("buyer");
    expect(refusalOf(await stranger.post(path, body))).toBe("404 not_found");
    expect(refusalOf(await mine.review(reviewOf(other.line(goods))))).toBe("404 not_found");
  });

  it.each([
    ["a phone number", "有问题打 138 0013 8000 找我"],
    ["an identity number", "身份证 990000198001011234 的老乡"],
    ["a bank card", "卡号 6222 0000 0000 0000 123"],
    ["an illness", "老乡患病还种这么好"],
  ])("with %s is refused and its photos can be used again", async (_what, text) => {
    const { line, review, photo } = await arrived(guest, seller, [[goods, 1]]);
    const photos = [await photo(pixel)];
    const refused = await review(reviewOf(line(goods), { text, photos }));
    expect(refusalOf(refused)).toBe("400 personal_data");
    expect((await review(reviewOf(line(goods), { photos }))).status).toBe(200);
  });

  it.each(wrongReviews)("with %s is refused", async (_what, path, value) => {
    const bought = await order(guest, [[goods, 1]]);
    const { line, review } = speaker(guest, bought);
    const body = changed(reviewOf(line(goods)), path, value);
    expect(refusalOf(await review(body))).toBe("400 invalid_input");
  });
});

describe("the seller", () => {
  it("answers once, and only its own reviews", async () => {
    const fresh = await listGoods(seller);
    const { line, review } = await arrived(guest, seller, [[fresh, 1]]);
    const { id } = replyOf(await review(reviewOf(line(fresh))), keptReviewReplySchema).review;
    const list = replyOf(await seller.get("/cooperative/reviews"), keptReviewsReplySchema);
    expect(list.reviews[0]).toMatchObject({ id, answer: null, handle: fresh.handle });
    const path = `/cooperative/reviews/${id}/answer`;
    const other = await shop.visitor("cooperative_other");
    expect(refusalOf(await other.post(path, { text: "谢谢" }))).toBe("404 not_found");
    expect(refusalOf(await seller.post(path, { text: "电话 13800138000" }))).toBe(
      "400 personal_data",
    );
    const both = await Promise.all([
      seller.post(path, { text: "谢谢您，欢迎再来。" }),
      seller.post(path, { text: "谢谢您，欢迎再来。" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await pageOf(fresh)).reviews[0]?.answer?.text).toBe("谢谢您，欢迎再来。");
  });
});

describe("the operator", () => {
  it("hides with a reason: not shown, not counted, its photo gone; and shows it again", async () => {
    const fresh = await listGoods(seller);
    const { line, review, photo, look: care } = await arrived(guest, seller, [[fresh, 1]]);
    const photos = [await photo(await taken())];
    const written = await review(reviewOf(line(fresh), { photos }));
    const kept = replyOf(written, keptReviewReplySchema).review;
    const both = await Promise.all([hide(kept.id, true), hide(kept.id, true)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await pageOf(fresh)).toMatchObject({ rating: { count: 0 }, reviews: [] });
    expect((await picture(kept.photos[0] ?? "")).status).toBe(404);
    expect((await care()).lines[0]?.review).toMatchObject({ hidden: true, photos: [] });
    replyOf(await hide(kept.id, false), keptReviewReplySchema);
    const again = await pageOf(fresh);
    expect(again.rating.count).toBe(1);
    expect((await picture(again.reviews[0]?.photos[0] ?? "")).status).toBe(200);
    const events = await look(
      shop.house.database,
      z.object({ verb: z.string(), reason: z.string().nullable() }),
      `select verb, reason from review_event where review_id = $1 order by id`,
      [kept.id],
    );
    expect(events.map(({ verb }) => verb)).toEqual(["written", "hidden", "shown"]);
    expect(events[1]?.reason).toBe("与商品无关");
  });
});

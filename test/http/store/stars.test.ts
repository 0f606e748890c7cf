/** The stars of goods follow their reviews to lists and pages, out of the row on the shelf. */
import { goodReplySchema, goodsReplySchema, keptReviewReplySchema } from "@yigou/backend/contract";

import { reviewOf } from "../../lists/after-sale";
import { arrived } from "../after-sale";
import { type Listed, listGoods, openShop, type Shop, until } from "../shop";
import { replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let operator: Visitor;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  operator = await shop.visitor("operator");
});
afterAll(() => shop.close());

const hide = async (id: string, hidden: boolean) =>
  operator.post(`/admin/reviews/${id}/hiding`, { hidden, reason: "与商品无关" });

/** The stars of goods on their card in a list, and on their page. */
const starsOf = async ({ handle }: Listed) => {
  const page = replyOf(await guest.get(`/store/goods/${handle}`), goodReplySchema);
  const path = `/store/goods?q=${encodeURIComponent(page.good.title)}`;
  const list = replyOf(await guest.get(path), goodsReplySchema);
  return {
    card: list.goods.find((one) => one.handle === handle)?.rating,
    page: page.good.rating,
  };
};

describe("the stars of goods", () => {
  it("stand on their card and their page at once, follow what is hidden, and are missing before", async () => {
    const fresh = await listGoods(seller);
    expect(await starsOf(fresh)).toEqual({ card: null, page: null });
    const ids: string[] = [];
    for (const stars of [5, 4]) {
      const { line, review } = await arrived(guest, seller, [[fresh, 1]]);
      const kept = replyOf(await review(reviewOf(line(fresh), { stars })), keptReviewReplySchema);
      ids.push(kept.review.id);
    }
    const both = { count: 2, mean_hundredths: 450 };
    await until(
      () => starsOf(fresh),
      ({ card, page }) => card?.count === 2 && page?.count === 2,
    );
    expect(await starsOf(fresh)).toEqual({ card: both, page: both });
    replyOf(await hide(ids[1] ?? "", true), keptReviewReplySchema);
    const one = { count: 1, mean_hundredths: 500 };
    await until(
      () => starsOf(fresh),
      ({ card }) => card?.count === 1,
    );
    expect(await starsOf(fresh)).toEqual({ card: one, page: one });
    replyOf(await hide(ids[0] ?? "", true), keptReviewReplySchema);
    await until(
      () => starsOf(fresh),
      ({ card }) => card === null,
    );
    expect(await starsOf(fresh)).toEqual({ card: null, page: null });
    replyOf(await hide(ids[1] ?? "", false), keptReviewReplySchema);
    await until(
      () => starsOf(fresh),
      ({ card }) => card?.mean_hundredths === 400,
    );
  });
});

/** A review and a complaint of the buyer's, of an order that arrived. */
import { keptReviewReplySchema } from "@yigou/backend/contract";

import { complaintOf, reviewOf } from "../../lists/after-sale";
import { pixel } from "../../lists/pictures";
import { arrived, speaker } from "../after-sale";
import { type Bought, listGoods, type Shop } from "../shop";
import { replyOf } from "../visitor";

/** What visits to reviews and complaints name. */
export interface AfterSaleFacts {
  review_id: string;
  complaint_id: string;
  complaint_photo_id: string;
  /** Of the table's own order, used by nothing. */
  photo_id: string;
}

/** Makes a review and a complaint of goods that nothing else of the table names. */
export async function makeAfterSale(shop: Shop, table: Bought["order"]): Promise<AfterSaleFacts> {
  const [buyer, seller] = [await shop.visitor("buyer"), await shop.visitor("cooperative")];
  const goods = await listGoods(seller);
  const { line, review, opened, photo } = await arrived(buyer, seller, [[goods, 1]]);
  const body = reviewOf(line(goods), { anonymous: true });
  const written = replyOf(await review(body), keptReviewReplySchema);
  const complaint_photo_id = await photo(pixel);
  const made = await opened(complaintOf(line(goods), { photos: [complaint_photo_id] }));
  return {
    review_id: written.review.id,
    complaint_id: made.id,
    complaint_photo_id,
    photo_id: await speaker(buyer, { order: table, token: undefined }).photo(pixel),
  };
}

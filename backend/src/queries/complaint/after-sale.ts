/** What the buyer of an order may still say of its lines, and what was said. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import { COMPLAINT_MODULE, type ComplaintModuleService } from "../../modules/complaint";
import { REVIEW_MODULE, type KeptReviewRow, type ReviewModuleService } from "../../modules/review";
import { receivedLines } from "../order/received-lines";
import { complainable } from "./complainable";
import { describeComplaints } from "./describe";

type AfterSale = Reply<"GET /store/orders/:id/after-sale">;

/**
 * Reads reviews and complaints of an order; whether the caller may read it is asked before.
 *
 * @throws refusal `not_found`
 */
export async function afterSale(
  scope: MedusaContainer,
  order_id: string,
  now: Date,
): Promise<AfterSale> {
  const [{ lines }, reviews, complaints] = await Promise.all([
    receivedLines(scope, order_id),
    scope.resolve<ReviewModuleService>(REVIEW_MODULE).ofOrder(order_id),
    scope.resolve<ComplaintModuleService>(COMPLAINT_MODULE).ofOrder(order_id),
  ]);
  const standing = await complainable(scope, lines, now);
  return {
    lines: standing.map(({ received, until, units, worthOf }) => {
      const { line, delivered_at } = received;
      const review = reviews.find(({ order_line_id }) => order_line_id === line.id);
      const sold = line.product_id !== null && line.cooperative_id !== null;
      return {
        order_line_id: line.id,
        may_review: !review && sold && delivered_at !== null,
        review: review ? ownReview(review) : null,
        complainable: units,
        worth_fen: units > 0 ? worthOf(units) : 0,
        complain_until: until?.toISOString() ?? null,
      };
    }),
    complaints: await describeComplaints(scope, complaints, now),
  };
}

function ownReview(row: KeptReviewRow): AfterSale["lines"][number]["review"] {
  const { stars, text, written_at, photos, answer, answered_at, hidden_at } = row;
  return {
    stars,
    text,
    written_at,
    photos,
    answer: answer === null ? null : { text: answer, at: answered_at ?? "" },
    hidden: hidden_at !== null,
  };
}

/** What buyers say of orders that arrived: reviews, and a complaint here and there. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { REVIEW_MODULE, type ReviewModuleService } from "../../../modules/review";
import { orderFacts, type LineFacts } from "../../../queries/order/order-facts";
import { openComplaintWorkflow } from "../../../workflows/complaint/open-complaint";
import { answerReviewWorkflow } from "../../../workflows/review/answer-review";
import { writeReviewWorkflow } from "../../../workflows/review/write-review";
import { diceOf } from "../data/random";
import { standingOf } from "./ledger-of-deeds";
import type { PlannedOrder } from "./plan";

/** Stars and words that fit any goods of the shop. */
const sayings: readonly (readonly [stars: number, text: string])[] = [
  [5, "包装很仔细，一个都没坏。味道比超市里的好，家里老人也爱吃。"],
  [5, "第二次买了。还是原来的味道，能看到是哪几户种的，买得安心。"],
  [4, "东西不错，分量足。快递多走了一天，收到时还是新鲜的。"],
  [5, "给同事们带的，大家都说好。订单页上能看到钱记给了谁，很难得。"],
  [4, "个头有大有小，不影响吃。价格实在，下回还买。"],
  [5, "很新鲜，打开箱子就闻到香味。合作社还放了一张产地卡。"],
  [3, "味道可以，外箱压了一角，里面没事。希望纸箱再厚一点。"],
  [5, "孩子抢着吃。知道这一单有农户得了收入，吃着更踏实。"],
  [4, "和图片一样，没有打蜡的感觉，放了几天也没有坏。"],
  [5, "送给父母的，他们很喜欢，说像小时候的味道。"],
];

const answers = ["谢谢您，农户看到会很高兴，欢迎再来。", "谢谢提醒，下一批我们换厚一些的箱子。"];

async function arrivedLines(
  container: MedusaContainer,
  order: PlannedOrder,
): Promise<{ order_id: string; lines: LineFacts[] }> {
  const standing = await standingOf(container, order.serial);
  if (!standing || standing.canceled) return { order_id: "", lines: [] };
  const [facts] = await orderFacts(container, [standing.order_id]);
  const lines = facts?.lines.filter((line) => line.delivered >= line.quantity) ?? [];
  return { order_id: standing.order_id, lines };
}

/** The buyer reviews the first of the goods, some of them the second, too; some sellers answer. */
export async function reviewOrder(container: MedusaContainer, order: PlannedOrder): Promise<void> {
  const dice = diceOf(70_000 + order.serial);
  const { order_id, lines } = await arrivedLines(container, order);
  const reviews = container.resolve<ReviewModuleService>(REVIEW_MODULE);
  const known = new Set((await reviews.ofOrder(order_id)).map((one) => one.order_line_id));
  for (const line of lines.slice(0, dice.between(1, 2))) {
    const [stars, text] = dice.pick(sayings);
    const anonymous = dice.next() < 0.3;
    const answer = stars < 4 || dice.next() < 0.3 ? answers[stars < 4 ? 1 : 0] : undefined;
    if (known.has(line.id) || line.cooperative_id === null) continue;
    const { result } = await writeReviewWorkflow(container).run({
      input: {
        order_id,
        order_line_id: line.id,
        stars,
        text,
        photos: [],
        anonymous,
        by: "guest",
      },
    });
    if (answer === undefined) continue;
    const { cooperative_id } = line;
    await answerReviewWorkflow(container).run({
      input: { id: result.id, cooperative_id, text: answer, by: cooperative_id },
    });
  }
}

/** One unit arrived bruised; the cooperative has not answered yet. */
export async function complainOrder(
  container: MedusaContainer,
  order: PlannedOrder,
  now: string,
): Promise<void> {
  const { order_id, lines } = await arrivedLines(container, order);
  const line = lines.find((one) => one.complained === 0);
  if (!line) return;
  await openComplaintWorkflow(container).run({
    input: {
      order_id,
      order_line_id: line.id,
      quantity: 1,
      reason: "damaged",
      text: "有一箱在路上压坏了，大约四分之一不能吃。",
      photos: [],
      by: "guest",
      now,
    },
  });
}

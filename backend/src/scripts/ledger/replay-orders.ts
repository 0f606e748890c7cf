/** Divides every sale again by its frozen terms and replays every order's transactions, page by page. */
import type { ClientBase } from "pg";
import { z } from "zod";

import { freezeLine } from "../../modules/income/freeze-sale";
import { replayOrder } from "../../modules/income/replay";
import { ORDERS } from "./checks";
import type { Gaps } from "./gap";
import type { Progress } from "./progress";
import { orderRow, type OrderRow } from "./rows";

/** Checks every order; memory holds one page of them. */
export async function replayAll(client: ClientBase, gaps: Gaps, progress: Progress): Promise<void> {
  for (let after = ""; ;) {
    const { rows } = await client.query(ORDERS, [after]);
    const orders = z.array(orderRow).parse(rows);
    for (const order of orders) {
      refreeze(order, gaps);
      replay(order, gaps);
      after = order.order_id;
    }
    if (orders.length === 0) return;
    const legs = orders.flatMap(({ transactions }) => transactions);
    progress(
      "entries replayed from their sales",
      legs.reduce((sum, { postings }) => sum + postings.length, 0),
    );
  }
}

/** Divides each line again by its frozen terms and compares the credits; the replay compares the leaves. */
function refreeze(order: OrderRow, gaps: Gaps): void {
  const frozen = order.lines.flatMap((line) => freezeLine(line).credits);
  const credits = new Map(frozen.map((one) => [one.id, creditText(one)]));
  for (const credit of order.credits) {
    if (credits.get(credit.id) !== creditText(credit))
      gaps.add("a credit is not what its sale's terms say", credit.id);
    credits.delete(credit.id);
  }
  for (const id of credits.keys()) gaps.add("a credit of a sale is gone", id);
}

type Credit = Omit<OrderRow["credits"][number], "order_line_id">;

function creditText(credit: Credit): string {
  const { household_id, alias, division_code, linkage, category, weight_g, share_ppm } = credit;
  const { gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen } = credit;
  return JSON.stringify([
    ...[household_id, alias, division_code, linkage, category, weight_g, share_ppm],
    ...[gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen],
  ]);
}

function replay(order: OrderRow, gaps: Gaps): void {
  for (const { seq, reason } of replayOrder(order))
    gaps.add(reason, seq === null ? order.order_id : `transaction ${seq}`);
}

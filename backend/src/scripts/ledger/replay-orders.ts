/** Divides every sale again by its frozen terms and replays every order's transactions, page by page. */
import type { ClientBase } from "pg";
import { z } from "zod";

import { freezeSale } from "../../modules/income/freeze-sale";
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

/** Divides each line again by its frozen terms and compares the leaves and the credits. */
function refreeze(order: OrderRow, gaps: Gaps): void {
  const apart = (part: "shipping" | "tax") =>
    order.leaves.find((one) => one.part === part)?.amount_fen ?? 0;
  const lines = order.lines.map((line) => ({
    ...line,
    product_id: null,
    product_title: "",
    weight_micro: line.paid_fen,
  }));
  const total_fen = lines.reduce(
    (sum, line) => sum + line.paid_fen,
    apart("shipping") + apart("tax"),
  );
  const sale = { order_id: order.order_id, sold_at: "", total_fen, lines };
  const frozen = freezeSale({
    ...sale,
    shipping_micro: apart("shipping"),
    tax_micro: apart("tax"),
  });
  const should = new Map(frozen.leaves.map((one) => [one.id, one.amount_fen]));
  const differs =
    should.size !== order.leaves.length ||
    order.leaves.some((one) => should.get(one.id) !== one.amount_fen);
  if (differs) gaps.add("a sale is not divided by its frozen terms", order.order_id);
  const credits = new Map(frozen.credits.map((one) => [one.id, creditText(one)]));
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
  const quantities = new Map(order.lines.map((line) => [line.order_line_id, line.quantity]));
  const { order_id, leaves, transactions } = order;
  for (const { seq, reason } of replayOrder(order_id, leaves, quantities, transactions))
    gaps.add(reason, `transaction ${seq}`);
}

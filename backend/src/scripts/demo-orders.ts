/**
 * Loads past orders: DEMO_ORDERS (60) in all, over twelve months, through the same workflows as real ones.
 * They are paid, shipped, delivered, settled, paid out, confirmed and some refunded, each on its day.
 * Run again it goes on where it stopped; with a larger number it adds the difference.
 */
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types";
import { z } from "zod";

import { env } from "../env";
import { replyOfRefusal } from "../refuse";
import { settleCreditsWorkflow } from "../workflows/income/settle-credits";
import { sweepPaymentsWorkflow } from "../workflows/income/sweep-payments";
import { goodsFor } from "./demo/data/goods";
import { dayOf } from "./demo/load/today";
import { inThePast, installClock, realNow } from "./demo/orders/clock";
import { entryDay } from "./demo/orders/entries";
import { calendarOf, type CalendarEntry } from "./demo/orders/events";
import { deliverOrder, settleOrder, shipOrder } from "./demo/orders/fulfil";
import { readMarket, type Market } from "./demo/orders/market";
import { confirmDay, payDay } from "./demo/orders/pay";
import { confirmTransfer, placeOrder } from "./demo/orders/place";
import { planOrders } from "./demo/orders/plan";
import { cancelOrder, refundOrder } from "./demo/orders/refund";
import { complainOrder, reviewOrder } from "./demo/orders/say";

const wanted = z.coerce.number().int().min(0).max(100_000).default(60);

export default async function demoOrders({ container }: ExecArgs): Promise<void> {
  if (!env.YIGOU_DEMO) throw new Error("NODE_ENV=production: demonstration data need YIGOU_DEMO=1");
  const total = wanted.parse(process.env.DEMO_ORDERS);
  const now_ms = realNow();
  const day = dayOf(now_ms);
  const market = await readMarket(container);
  if (market.variants.size === 0)
    throw new Error("there are no goods to order: load the seed first");
  const serials = Array.from({ length: total }, (_, at) => at + 1);
  const calendar = calendarOf(planOrders(goodsFor(day), serials, now_ms), now_ms);
  installClock();
  const placing = calendar.filter((entry) => entry.deed === "place").length;
  let placed = 0;
  for (const entry of calendar) {
    await inThePast(entry.at_ms, () => carryOut(container, market, entry, day));
    if (entry.deed !== "place") continue;
    placed += 1;
    if (placed % 5 === 0 || placed === placing) {
      console.log(`[orders] ${String(placed)}/${String(placing)}`);
    }
  }
  await sweepPaymentsWorkflow(container).run({ input: { limit: 1000 } });
  await settleCreditsWorkflow(container).run({ input: { now: new Date(now_ms).toISOString() } });
}

/** One order that cannot be placed, sold out perhaps, must not keep the others from theirs. */
async function carryOut(
  container: MedusaContainer,
  market: Market,
  entry: CalendarEntry,
  day: string,
): Promise<void> {
  try {
    await deed(container, market, entry, day);
  } catch (error) {
    const refusal = replyOfRefusal(error);
    if (!refusal) throw error;
    console.log(`[orders] ${entry.deed} was refused: ${refusal.body.code}`);
  }
}

async function deed(
  container: MedusaContainer,
  market: Market,
  entry: CalendarEntry,
  day: string,
): Promise<void> {
  const at = new Date(entry.at_ms).toISOString();
  switch (entry.deed) {
    case "place":
      return placeOrder(container, market, entry.order, day);
    case "transfer":
      return confirmTransfer(container, market, entry.order);
    case "cancel":
      return cancelOrder(container, market, entry.order);
    case "ship":
      return shipOrder(container, entry.order);
    case "deliver":
      return deliverOrder(container, entry.order, at);
    case "review":
      return reviewOrder(container, entry.order);
    case "complain":
      return complainOrder(container, entry.order, at);
    case "settle":
      return settleOrder(container, entry.order, at);
    case "refund":
      return refundOrder(container, market, entry.order);
    case "entry_day":
      return entryDay(container, market, entry.at_ms);
    case "pay_day":
      return payDay(container, market, entry.at_ms);
    case "confirm_day":
      return confirmDay(container, market, entry.at_ms);
  }
}

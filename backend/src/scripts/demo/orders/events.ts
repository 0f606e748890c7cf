/** What happens after an order is placed, and on which day: a calendar in the order of time. Pure. */
import { diceOf } from "../data/random";
import type { PlannedOrder } from "./plan";

/** Something that happens to one order. */
export type OrderDeed =
  | "place"
  | "transfer"
  | "cancel"
  | "ship"
  | "deliver"
  | "review"
  | "complain"
  | "settle"
  | "refund";

/** An entry of the calendar. */
export type CalendarEntry =
  | { at_ms: number; deed: OrderDeed; order: PlannedOrder }
  | { at_ms: number; deed: "entry_day" | "pay_day" | "confirm_day"; month: string };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function deedsOf(order: PlannedOrder): CalendarEntry[] {
  const dice = diceOf(40_000 + order.serial);
  const paid = order.placed_ms + (order.buyer === "work_unit" ? dice.between(20, 70) * HOUR_MS : 0);
  const shipped = paid + dice.between(14, 40) * HOUR_MS;
  const delivered = shipped + dice.between(50, 110) * HOUR_MS;
  const at = (deed: OrderDeed, at_ms: number): CalendarEntry => ({ at_ms, deed, order });
  const begin = [
    at("place", order.placed_ms),
    ...(order.buyer === "work_unit" ? [at("transfer", paid)] : []),
  ];
  if (order.fate === "cancelled") return [...begin, at("cancel", paid + 5 * HOUR_MS)];
  const end = [
    at("ship", shipped),
    at("deliver", delivered),
    // The longest window is seven days; what has a shorter one is settled by then as well.
    at("settle", delivered + 7 * DAY_MS + HOUR_MS),
    ...saidOf(order, delivered),
  ];
  if (order.fate === "plain") return [...begin, ...end];
  return [...begin, ...end, at("refund", delivered + dice.between(20, 60) * HOUR_MS)];
}

/** Two of three buyers say how it was; one of eight has something to complain about. */
function saidOf(order: PlannedOrder, delivered: number): CalendarEntry[] {
  if (order.fate !== "plain") return [];
  if (order.serial % 8 === 4) return [{ at_ms: delivered + 5 * HOUR_MS, deed: "complain", order }];
  return order.serial % 3 === 0 ? [] : [{ at_ms: delivered + 30 * HOUR_MS, deed: "review", order }];
}

/** A complaint of long ago would have been answered long ago. */
const ANSWERED_MS = 2 * DAY_MS;

/** The days in each month on which wages are entered, cooperatives pay, and households are asked. */
function daysOfMonths(from_ms: number, now_ms: number): CalendarEntry[] {
  const entries: CalendarEntry[] = [];
  const first = new Date(from_ms);
  for (let months = 0; months < 14; months += 1) {
    const day = (date: number, hour: number): number =>
      Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, date, hour);
    const month = new Date(day(1, 0)).toISOString().slice(0, 7);
    entries.push({ at_ms: day(5, 3), deed: "entry_day", month });
    entries.push({ at_ms: day(10, 2), deed: "confirm_day", month });
    entries.push({ at_ms: day(15, 7), deed: "pay_day", month });
  }
  return entries.filter((entry) => entry.at_ms >= from_ms && entry.at_ms < now_ms);
}

/** Everything that has happened by now, the earliest first. */
export function calendarOf(orders: readonly PlannedOrder[], now_ms: number): CalendarEntry[] {
  const [first] = orders;
  if (!first) return [];
  return [...orders.flatMap(deedsOf), ...daysOfMonths(first.placed_ms, now_ms)]
    .filter((entry) => entry.at_ms < now_ms)
    .filter((entry) => entry.deed !== "complain" || entry.at_ms > now_ms - ANSWERED_MS)
    .sort((a, b) => a.at_ms - b.at_ms);
}

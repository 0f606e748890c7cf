/** Which orders are placed when, by whom, for what, and what becomes of them. Pure. */
import type { GoodSeed } from "../data/goods";
import { addDays } from "../data/goods";
import { diceOf, type Dice } from "../data/random";
import { dayOf } from "../load/today";

/** Who places an order. */
export type BuyerKind = "buyer" | "buyer_other" | "work_unit" | "guest";

/** What becomes of an order besides being delivered. */
export type Fate =
  "plain" | "cancelled" | "one_back" | "all_back" | "amount_freight" | "amount_quality";

/** One order to place. */
export interface PlannedOrder {
  serial: number;
  placed_ms: number;
  buyer: BuyerKind;
  lines: { title: string; variant: string; quantity: number }[];
  fate: Fate;
}

const DAY_MS = 86_400_000;
const YEAR_DAYS = 360;
/** Above one: more orders lie in the last weeks than a year ago. */
const LEAN = 1.8;
/** An order of the work unit whose transfer has not arrived yet. */
const AWAITED = 2;
/** The seller whose goods every fifth order begins with: its accounts are the ones that people try. */
const SHOWN_SELLER = "xinfeng-changgang";
const GOLDEN = 0.618_033_988_75;

const fates: Readonly<Record<number, Fate>> = {
  3: "one_back",
  7: "amount_freight",
  11: "cancelled",
  13: "amount_quality",
  17: "all_back",
};

/**
 * Days before the present at which an order is placed: spread evenly by the golden ratio, so that the
 * place of one order does not depend on how many there are.
 */
function daysAgo(serial: number): number {
  if (serial === AWAITED) return 0.6;
  const part = (serial * GOLDEN) % 1;
  return YEAR_DAYS * part ** LEAN + 0.2;
}

function buyerOf(serial: number): BuyerKind {
  if (serial % 7 === 2) return "work_unit";
  return (["buyer", "guest", "buyer_other", "guest", "buyer"] as const)[serial % 5] ?? "guest";
}

/** Goods that could be had on that day: harvested by then, still good, and not sold out for good. */
function onSale(goods: readonly GoodSeed[], on: string): GoodSeed[] {
  const inStock = goods.filter((good) => good.row.variants.some(([, , stock]) => stock > 20));
  const ripe = inStock.filter(
    ({ lot, row }) =>
      addDays(lot.harvested_on, 1) <= on && on <= addDays(lot.harvested_on, row.harvest[2]),
  );
  // Stores and workshops sell all year.
  return ripe.length >= 8
    ? ripe
    : [...ripe, ...inStock.filter((good) => good.row.kind !== "fresh")];
}

function basket(
  goods: readonly GoodSeed[],
  { serial, buyer }: { serial: number; buyer: BuyerKind },
  dice: Dice,
): PlannedOrder["lines"] {
  const shown = goods.filter((good) => good.row.coop === SHOWN_SELLER);
  // While the oranges that the documentation quotes are in season, most orders take a box of them.
  const quoted = serial % 3 === 1 ? undefined : goods.find((good) => good.key === "good-01");
  const first = quoted ?? dice.pick(serial % 5 === 1 && shown.length > 0 ? shown : goods);
  const sameSeller = goods.filter((good) => good.row.coop === first.row.coop);
  const chosen = new Map([[first.row.title, first]]);
  const wanted = dice.between(2, 3);
  for (let turn = 0; turn < 6 && chosen.size < wanted; turn += 1) {
    const next = dice.pick(dice.next() < 0.8 ? sameSeller : goods);
    chosen.set(next.row.title, next);
  }
  return [...chosen.values()].map(({ row }) => {
    const variants = row.variants.filter(([, , stock]) => stock > 20);
    const [variant, , stock] = dice.pick(variants);
    const bulk = buyer === "work_unit" && stock >= 150;
    return { title: row.title, variant, quantity: bulk ? dice.between(8, 24) : dice.between(1, 3) };
  });
}

/**
 * Plans orders in the order of their days.
 *
 * @param serials numbers of the orders to plan, from 1
 * @param now_ms the present
 */
export function planOrders(
  goods: readonly GoodSeed[],
  serials: readonly number[],
  now_ms: number,
): PlannedOrder[] {
  return serials
    .map((serial) => {
      const dice = diceOf(90_000 + serial);
      const placed_ms = now_ms - Math.round(daysAgo(serial) * DAY_MS);
      const buyer = buyerOf(serial);
      const lines = basket(onSale(goods, dayOf(placed_ms)), { serial, buyer }, dice);
      return { serial, placed_ms, buyer, lines, fate: fates[serial % 20] ?? "plain" };
    })
    .sort((a, b) => a.placed_ms - b.placed_ms);
}

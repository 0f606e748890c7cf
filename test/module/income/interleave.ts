/**
 * Sales, deliveries, settlings and refunds in transactions that begin early and commit late, in an order drawn
 * by lot, with roll-ups in between: what the roll-ups must come through without losing a fen.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { rollUp } from "../../../backend/src/modules/income/rollups";
import { IncomeModuleService } from "../../../backend/src/modules/income/service";
import type { Sale } from "../../../backend/src/modules/income/types";
import { orangeLine, orangeSale } from "../../unit/income/sale";
import { capture, refund } from "./desk";

/** Numbers drawn by lot, the same for the same seed. */
export function lot(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor(state / 65_536) % below;
  };
}

const PLACES = [
  "360722101001",
  "360722101002",
  "360722102001",
  "360724101001",
  "350583101001",
  "320412001001",
];
const CATEGORIES = ["business", "wage", "property", "transfer"] as const;
const HOUSEHOLDS = 25;
const OPEN_AT_ONCE = 6;

interface Sold {
  order_id: string;
  total_fen: number;
  refunded_fen: number;
  refunds: number;
  state: "expected" | "earned" | "settled";
}

interface Open {
  trx: Knex.Transaction;
  ledger: IncomeModuleService;
  /** What holds once it commits. */
  later: (() => void)[];
  /** What holds when it is rolled back. */
  undone: (() => void)[];
}

/** What was done. */
export interface Interleaved {
  posted: number;
  rolledBack: number;
  rolls: number;
  /** Transactions that were rolled up after a younger one had been. */
  late: number;
}

/** A drill over one database. */
export function drillOf(pg: Knex, seed: number) {
  const draw = lot(seed);
  const idle: Sold[] = [];
  const open: Open[] = [];
  const done: Interleaved = { posted: 0, rolledBack: 0, rolls: 0, late: 0 };
  let count = 0;

  async function begin(): Promise<Open> {
    const trx = await pg.transaction();
    // Takes its number in the queue now, however late it commits.
    await trx.raw("select pg_current_xact_id()");
    const ledger = new IncomeModuleService({ [ContainerRegistrationKeys.PG_CONNECTION]: trx });
    const one = { trx, ledger, later: [], undone: [] };
    open.push(one);
    return one;
  }

  async function act(one: Open): Promise<void> {
    const sold = draw(5) < 3 ? undefined : idle.splice(draw(Math.max(1, idle.length)), 1)[0];
    done.posted += 1;
    if (!sold) {
      count += 1;
      const sale = saleOf(draw, `drill_${seed.toString()}_${count.toString()}`);
      const { order_id, total_fen } = sale;
      await one.ledger.sell(sale, { ...capture(order_id, total_fen), at: sale.sold_at });
      one.later.push(() => {
        idle.push({ order_id, total_fen, refunded_fen: 0, refunds: 0, state: "expected" });
      });
      return;
    }
    const after = await change(one.ledger, sold, draw);
    one.later.push(() => idle.push(after));
    one.undone.push(() => idle.push(sold));
  }

  async function end(one: Open): Promise<void> {
    open.splice(open.indexOf(one), 1);
    const isKept = draw(6) > 0;
    if (isKept) await one.trx.commit();
    else await one.trx.rollback();
    if (!isKept) done.rolledBack += 1;
    if (isKept && open.length > 0) done.late += 1;
    for (const hold of isKept ? one.later : one.undone) hold();
  }

  return {
    done,
    /** One step: begin, post, commit or roll back, and now and then roll up. */
    async step(): Promise<void> {
      const one = open[draw(OPEN_AT_ONCE)];
      if (one && draw(3) > 0) await end(one);
      else await act(open.length < OPEN_AT_ONCE ? await begin() : (open[0] ?? (await begin())));
      if (draw(4) > 0) return;
      done.rolls += 1;
      await rollUp(pg, draw(3) === 0 ? 2 : 1000);
    },
    /** Ends what is still open, and rolls up what is left. */
    async finish(): Promise<void> {
      for (const one of [...open]) await end(one);
      while ((await rollUp(pg, 1000)).more);
    },
  };
}

function saleOf(draw: (below: number) => number, order_id: string): Sale {
  const sold_on = `202${(5 + draw(2)).toString()}-0${(1 + draw(9)).toString()}-1${draw(9).toString()}`;
  const contributors = Array.from({ length: 1 + draw(3) }, () => {
    const number = draw(HOUSEHOLDS);
    // Most households stay where they are; some have delivered from elsewhere too.
    const place = PLACES[draw(4) === 0 ? draw(PLACES.length) : number % PLACES.length] ?? "";
    return {
      household_id: `hh_${number.toString()}`,
      alias: "钟家",
      division_code: place,
      weight_g: 1 + draw(1000),
      linkage: "purchase",
      category: CATEGORIES[draw(CATEGORIES.length)] ?? "business",
    };
  });
  const line = orangeLine({ order_line_id: `line_${order_id}` });
  const terms = line.terms && { ...line.terms, contributors };
  const total_fen = 1000 + draw(20_000);
  const weight_micro = total_fen * 10_000;
  const sold_at = `${sold_on}T02:00:00.000Z`;
  return orangeSale({ order_id, sold_at, total_fen, lines: [{ ...line, weight_micro, terms }] });
}

/** The next thing that happens to an order. */
async function change(
  ledger: IncomeModuleService,
  sold: Sold,
  draw: (below: number) => number,
): Promise<Sold> {
  const { order_id } = sold;
  const left = sold.total_fen - sold.refunded_fen;
  const move = { order_id, cause: "drill", facts: {}, at: "2026-11-20T03:00:00Z" };
  if (draw(3) === 0 && left > 0) {
    const part = 1 + draw(left);
    await ledger.reverse(refund(order_id, part, (sold.refunds + 1).toString()));
    return { ...sold, refunded_fen: sold.refunded_fen + part, refunds: sold.refunds + 1 };
  }
  if (sold.state === "expected") {
    const key = `accept:${order_id}`;
    await ledger.move(
      { ...move, key, kind: "accept", from: "expected", to: "earned" },
      { order_id },
    );
    return { ...sold, state: "earned" };
  }
  const key = `settle:${order_id}`;
  await ledger.move({ ...move, key, kind: "settle", from: "earned", to: "settled" }, { order_id });
  return { ...sold, state: "settled" };
}

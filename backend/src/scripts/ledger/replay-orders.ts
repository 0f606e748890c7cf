/**
 * Divides every sale again by its frozen terms and holds every order's legs and balances against it, a range of
 * orders at a time. Straight orders are compared by the database; every other is replayed leg by leg.
 */
import type { ClientBase } from "pg";
import { z } from "zod";

import { freezeLine } from "../../modules/income/freeze-sale";
import { keptTermsSchema } from "../../modules/income/kept";
import { replayOrder } from "../../modules/income/replay";
import { ORDERS } from "./checks";
import { creditsText } from "./frozen-text";
import type { Gaps } from "./gap";
import type { Progress } from "./progress";
import { rebuildOrders } from "./rebuild";
import { orderRow, type OrderRow } from "./rows";
import { linesSql, RANGE, straightSql } from "./straight-sql";

/** Orders of a range, and of those that are replayed at a time. */
const RANGE_ORDERS = 500;
const REPLAYED = 150;

const rangeRow = z.object({ upto: z.string().nullable(), orders: z.number() });
const straightRow = z.object({ odd: z.array(z.string()), legs: z.number() });

/** A line as `linesSql` answers it. */
interface LineRow {
  order_id: string;
  order_line_id: string;
  is_line: boolean;
  quantity: number | null;
  paid_fen: number | null;
  terms: string | null;
  credits: string;
}

/** A range of orders: whatever comes after one and, unless it is the last range, not after another. */
interface Range {
  after: string;
  upto: string;
  isLast: boolean;
}

/** Hands out one range after the other, to several connections that check at the same time. */
export class Ranges {
  #last: Promise<Range | null> = Promise.resolve({ after: "", upto: "", isLast: false });

  next(client: ClientBase): Promise<Range | null> {
    this.#last = this.#last.then((last) =>
      last === null || last.isLast ? null : readRange(client, last.upto),
    );
    return this.#last;
  }
}

// NOTE: the last range is open, so that rows of orders without a sale are met too.
async function readRange(client: ClientBase, after: string): Promise<Range> {
  const { rows } = await client.query(RANGE, [after, RANGE_ORDERS]);
  const [{ upto, orders }] = z.tuple([rangeRow]).parse(rows);
  return { after, upto: upto ?? "", isLast: upto === null || orders < RANGE_ORDERS };
}

/**
 * Checks the orders of all ranges that nobody else has taken; memory holds one range.
 *
 * @param ranges shared with whoever checks beside
 */
export async function replayAll(
  client: ClientBase,
  gaps: Gaps,
  progress: Progress,
  ranges = new Ranges(),
): Promise<void> {
  for (let range = await ranges.next(client); range; range = await ranges.next(client)) {
    progress("entries held against their sales", await checkRange(client, range, gaps));
  }
}

async function checkRange(
  client: ClientBase,
  { after, upto, isLast }: Range,
  gaps: Gaps,
): Promise<number> {
  const values = isLast ? [after] : [after, upto];
  // The lines are divided here while the database is at the legs.
  const dividing = client.query<LineRow>(linesSql(isLast), values).then(({ rows }) => {
    return rows.filter((line) => !isDividedRight(line)).map(({ order_id }) => order_id);
  });
  const comparing = client.query(straightSql(isLast), values);
  const [wrong, { rows }] = await Promise.all([dividing, comparing]);
  const [{ odd, legs }] = z.tuple([straightRow]).parse(rows);
  const odds = new Set([...odd, ...wrong]);
  return legs + (await replayOrders(client, [...odds].sort(), gaps));
}

/** Whether the credits of a line are, letter by letter, what its terms make of it. */
function isDividedRight(line: LineRow): boolean {
  const { order_line_id, is_line, quantity, paid_fen, terms, credits } = line;
  if (!is_line || quantity === null || paid_fen === null) return false;
  const kept = terms === null ? null : keptTermsSchema.safeParse(JSON.parse(terms));
  if (kept?.success === false) return false;
  const frozen = { order_line_id, quantity, paid_fen, terms: kept?.data ?? null };
  return creditsText({ ...frozen, ...NOTHING_ELSE }) === credits;
}

/** What a line carries beside, and its division does not ask. */
const NOTHING_ELSE = { product_id: null, product_title: "", weight_micro: 0, return_days: 0 };

/** Replays orders leg by leg and names what is wrong with them. */
async function replayOrders(
  client: ClientBase,
  order_ids: readonly string[],
  gaps: Gaps,
): Promise<number> {
  let legs = 0;
  for (let at = 0; at < order_ids.length; at += REPLAYED) {
    const some = order_ids.slice(at, at + REPLAYED);
    const { rows } = await client.query<{ order_id: string }>(ORDERS, [some]);
    const known = new Set(rows.map(({ order_id }) => order_id));
    await checkSaleless(
      client,
      some.filter((id) => !known.has(id)),
      gaps,
    );
    for (const row of rows) legs += replayRow(row, gaps);
    await rebuildOrders(client, some, gaps);
  }
  return legs;
}

/**
 * Entries of what never became a sale: money that came for a cart and went back, between its buyer and nobody yet.
 * Whatever touches a household, a cooperative or a leaf had a sale, and that is gone.
 */
async function checkSaleless(client: ClientBase, ids: readonly string[], gaps: Gaps) {
  if (ids.length === 0) return;
  const { rows } = await client.query<{ order_id: string }>(
    `select distinct x.order_id from (
       select t.order_id from ledger_transaction t join ledger_posting p on p.transaction_seq = t.seq
        where t.order_id = any($1) and (t.kind not in ('capture', 'refund') or p.leaf_id is not null
          or p.credit_id is not null or p.account_id not in ('buyers', 'unattributed'))
       union all select order_id from credit_balance where order_id = any($1)
       union all select order_id from income_credit where order_id = any($1)
       union all select order_id from sale_apart where order_id = any($1)
       union all select order_id from sale_line where order_id = any($1)) x`,
    [ids],
  );
  for (const { order_id } of rows) gaps.add("an order without a sale has entries", order_id);
}

/** Replays one order; answers how many legs it has. Rows that are no order's any more are a gap, not a crash. */
function replayRow(row: { order_id: string }, gaps: Gaps): number {
  const { data: order } = orderRow.safeParse(row);
  if (!order) {
    gaps.add("the frozen rows of an order cannot be read", row.order_id);
    return 0;
  }
  refreeze(order, gaps);
  replay(order, gaps);
  return order.transactions.reduce((sum, { postings }) => sum + postings.length, 0);
}

/** Divides each line again by its frozen terms and compares the credits; the replay compares the leaves. */
function refreeze(order: OrderRow, gaps: Gaps): void {
  const frozen = order.lines.flatMap((line) => freezeLine(line).credits);
  const credits = new Map(frozen.map((one) => [one.id, creditText({ ...one, countable: true })]));
  for (const credit of order.credits) {
    if (credits.get(credit.id) !== creditText(credit))
      gaps.add("a credit is not what its sale's terms say", credit.id);
    credits.delete(credit.id);
  }
  for (const id of credits.keys()) gaps.add("a credit of a sale is gone", id);
}

type Credit = OrderRow["credits"][number];

function creditText(credit: Credit): string {
  const { order_line_id, household_id, alias, division_code, linkage, category } = credit;
  const { weight_g, share_ppm, countable } = credit;
  const { gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen } = credit;
  return JSON.stringify([
    ...[order_line_id, household_id, alias, division_code, linkage, category],
    ...[weight_g, share_ppm, countable],
    ...[gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen],
  ]);
}

function replay(order: OrderRow, gaps: Gaps): void {
  for (const { seq, reason } of replayOrder(order))
    gaps.add(reason, seq === null ? order.order_id : `transaction ${seq}`);
}

/** Follows an order change: reads the order's standing, plans, and hands rows and transactions to the database. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { legsOf, partsDocument } from "./documents";
import { readGround, type Ground } from "./ground";
import { hashOf } from "./known";
import { planChange, type PlannedChange } from "./plan-change";
import { componentsOf } from "./components";
import { readUndone } from "./read-undone";
import { movedOn } from "./statements";
import { keptTermsSchema } from "./kept";
import type { Component, OrderChange } from "./change-types";
import type { Asked, TransactionHead } from "./types";

const TRIES = 5;

/**
 * Follows an order change, once.
 *
 * @returns whether this call did it
 */
export async function amend(pg: Knex, change: Asked<OrderChange>): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(pg, change);
    } catch (error) {
      if (!movedOn(error) || tries === TRIES) throw error;
    }
  }
}

const resultRow = z.object({ result: z.object({ amended: z.boolean() }) });

async function attempt(pg: Knex, asked: Asked<OrderChange>): Promise<boolean> {
  const { id, order_id, version, at } = asked;
  const ground = await readGround(pg, order_id, `amend:${id}`);
  const components = await readComponents(pg, order_id);
  if (!components) return false;
  const change = { ...asked, in_transit: ground.in_transit, moves_refunds: true };
  const undone = await readUndone(pg, asked);
  const plan = planChange(change, components, ground, undone);
  const { lines, leaves, credits, total_fen, standing } = plan;
  const document = {
    id,
    order_id,
    version,
    amended_at: at,
    movements: ground.movements,
    amendments: ground.amendments,
    seen: ground.versions,
    total_fen,
    standing,
    quantities: Object.fromEntries(plan.quantities),
    document: change,
    parts: partsDocument({ lines, leaves, credits }),
    voids: plan.voids.map(({ leaf, amount_fen }) => ({ leaf_id: leaf.id, amount_fen })),
    transactions: transactionsOf(change, plan, ground, undone.claim_seq),
  };
  const { rows } = await pg.raw<{ rows: unknown[] }>("select ledger_amend(?::jsonb) as result", [
    JSON.stringify(document),
  ]);
  return resultRow.parse(rows[0]).result.amended;
}

function transactionsOf(
  change: OrderChange,
  plan: PlannedChange,
  ground: Ground,
  claim_seq?: number,
): object[] {
  const { returned, bearers, in_transit, order_id, at: occurred_at, version } = change;
  return plan.transactions.map(({ part, kind, cause, amount_fen, legs, refund_seq }, i) => {
    const source_id = `${change.id}:${part}`;
    const key = `${kind}:${source_id}`;
    const facts = { change: change.change, version, returned, bearers, in_transit };
    // A cancelled claim names the claim, a refund that is laid anew the refund; the rest the order's first capture.
    const reverses_seq = part === "cancelled" ? claim_seq : (refund_seq ?? ground.first_capture);
    const head: TransactionHead = {
      key,
      hash: hashOf({ key, order_id }),
      kind,
      order_id,
      payment_id: null,
      source_id,
      amount_fen,
      cause,
      ...(typeof reverses_seq === "number" ? { reverses_seq } : {}),
      occurred_at,
      facts,
      movement_no: ground.movements + 1 + i,
    };
    return { ...head, postings: legsOf(legs) };
  });
}

const fen = z.coerce.number().int();
const componentSchema = z.object({
  key: z.string(),
  quantity: fen,
  paid_fen: fen,
  terms: keptTermsSchema.nullable(),
});
const standingRow = z.object({
  standing: z.array(componentSchema).nullable(),
  lines: z.array(componentSchema.omit({ key: true }).extend({ order_line_id: z.string() })),
  apart: z.array(z.object({ part: z.enum(["shipping", "tax"]), amount_fen: fen })),
});

/** What stands sold on each component of an order; null when the order is not frozen. */
async function readComponents(pg: Knex, order_id: string): Promise<readonly Component[] | null> {
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select
       (select standing from sale_amendment a where a.order_id = s.order_id
         order by version desc, after_seq desc limit 1) as standing,
       (select coalesce(json_agg(json_build_object('order_line_id', l.order_line_id, 'quantity', l.quantity,
          'paid_fen', l.paid_fen, 'terms', l.terms) order by l.order_line_id), '[]')
          from sale_line l where l.order_id = s.order_id and l.amendment_id is null) as lines,
       (select coalesce(json_agg(json_build_object('part', f.part, 'amount_fen', f.amount_fen)), '[]')
          from sale_apart f where f.order_id = s.order_id and f.amendment_id is null) as apart
       from sale s where s.order_id = ?`,
    [order_id],
  );
  const [row] = z.array(standingRow).parse(rows);
  if (!row) return null;
  return row.standing ?? componentsOf(row.lines, row.apart);
}

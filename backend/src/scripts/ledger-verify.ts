/**
 * Recomputes the ledger from Medusa's captures and refunds and compares it to the fen.
 * Prints one JSON object; exit code 1 when anything differs. Reads only: DATABASE_URL says where.
 */
import { Client } from "pg";
import { z } from "zod";

import { freezeSale } from "../modules/income/freeze-sale";
import { replayOrder } from "../modules/income/replay";
import { checks, FIGURES, ORDERS } from "./ledger/checks";
import { figuresRow, orderRow, type OrderRow } from "./ledger/rows";

/** Something that differs, and where. */
interface Gap {
  reason: string;
  ref: string;
}

/** What the verification found. */
export type Verification = z.infer<typeof figuresRow> & { ok: boolean; gaps: Gap[] };

/**
 * Verifies the ledger behind a connection, in one snapshot.
 *
 * @param client connected; the session is left in a read-only transaction's end
 */
export async function verifyLedger(client: Client): Promise<Verification> {
  await client.query("begin transaction isolation level repeatable read read only");
  const gaps: Gap[] = [];
  for (const { reason, sql } of checks) {
    const { rows } = await client.query<{ ref: string }>(sql);
    gaps.push(...rows.map(({ ref }) => ({ reason, ref })));
  }
  gaps.push(...(await replayAll(client)));
  const { rows } = await client.query(FIGURES);
  await client.query("commit");
  const figures = figuresRow.parse(rows[0]);
  gaps.push(...sumGaps(figures));
  return { ok: gaps.length === 0, ...figures, gaps };
}

function sumGaps(figures: z.infer<typeof figuresRow>): Gap[] {
  const pairs = [
    ["captured and credited differ", figures.captured_fen, figures.credited_fen],
    ["refunded and reversed differ", figures.refunded_fen, figures.reversed_fen],
    ["the postings do not add up to zero", figures.sum_fen, 0],
  ] as const;
  return pairs.flatMap(([reason, a, b]) =>
    a === b ? [] : [{ reason, ref: `${a.toString()} / ${b.toString()}` }],
  );
}

async function replayAll(client: Client): Promise<Gap[]> {
  const gaps: Gap[] = [];
  let after = "";
  for (;;) {
    const { rows } = await client.query(ORDERS, [after]);
    const orders = z.array(orderRow).parse(rows);
    for (const order of orders) {
      gaps.push(...refreeze(order), ...replay(order));
      after = order.order_id;
    }
    if (orders.length === 0) return gaps;
  }
}

/** Divides each line again by its frozen terms and compares the leaves. */
function refreeze(order: OrderRow): Gap[] {
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
  return differs
    ? [{ reason: "a sale is not divided by its frozen terms", ref: order.order_id }]
    : [];
}

function replay(order: OrderRow): Gap[] {
  const quantities = new Map(order.lines.map((line) => [line.order_line_id, line.quantity]));
  const differences = replayOrder(order.order_id, order.leaves, quantities, order.transactions);
  return differences.map(({ seq, reason }) => ({ reason, ref: `transaction ${seq.toString()}` }));
}

async function main(): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const verification = await verifyLedger(client);
    process.stdout.write(`${JSON.stringify(verification, null, 2)}\n`);
    process.exitCode = verification.ok ? 0 : 1;
  } finally {
    await client.end();
  }
}

if (process.argv[1]?.includes("ledger-verify")) {
  main().catch((error: unknown) => {
    process.stderr.write(
      `ledger-verify: ${error instanceof Error ? error.message : "unknown error"}\n`,
    );
    process.exitCode = 1;
  });
}

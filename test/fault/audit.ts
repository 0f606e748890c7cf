/** What must hold after the faults, without any hand work: asked of the database, and of what people were told. */
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { look, verify } from "../http/ledger";
import type { TestDatabase } from "../support/postgres";
import { EVIDENCE, PROMISES } from "./promises";
import type { Told } from "./told";

/** One promise and what stands against it. */
export interface Finding {
  promise: string;
  /** Ids, at most a few; empty when it holds. */
  against: string[];
}

/** What the database shows of the first id that stands against a promise. */
export async function evidenceOf(
  database: TestDatabase,
  { promise, against }: Finding,
): Promise<string[]> {
  const sql = EVIDENCE[promise];
  const [id] = against;
  if (!sql || !id) return [];
  const rows = await look(database, z.unknown(), sql, [id]);
  return rows.map((one) => JSON.stringify(one));
}

const row = z.object({ id: z.string() });

async function brokenPromises(database: TestDatabase): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [promise, sql] of Object.entries(PROMISES)) {
    const found = await look(database, row, sql);
    findings.push({ promise, against: found.slice(0, 5).map(({ id }) => id) });
  }
  return findings;
}

const paidRow = z.object({ order_id: z.string(), paid_fen: z.coerce.number() });
const idRow = z.object({ id: z.string() });

/** What people were told and the database does not know. */
async function brokenWords(database: TestDatabase, told: Told): Promise<Finding[]> {
  const paid = await look(
    database,
    paidRow,
    `select order_id, sum(c.amount) * 100 as paid_fen from order_payment_collection l
       join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
       join capture c on c.payment_id = p.id and c.deleted_at is null where l.deleted_at is null group by 1`,
  );
  const failed = await look(
    database,
    idRow,
    `select l.order_id as id from order_payment_collection l join payment_session s
       on s.payment_collection_id = l.payment_collection_id
       join sandbox_charge g on g.session_id = s.id and g.state <> 'captured'`,
  );
  const sums = new Map(paid.map(({ order_id, paid_fen }) => [order_id, Math.round(paid_fen)]));
  const unpaid = new Set(failed.map(({ id }) => id));
  const orders = [...told.orders].filter(
    ([id, total_fen]) => sums.get(id) !== total_fen && !unpaid.has(id),
  );
  const events = await look(database, idRow, "select event_id as id from inbox_event");
  const stored = new Set(events.map(({ id }) => id));
  const lost = [...told.acknowledged].filter((id) => !stored.has(id));
  const refunds = await missingRefunds(database, told);
  const entered = await look(
    database,
    idRow,
    "select source_id as id from ledger_transaction where kind = 'entry'",
  );
  const posted = new Set(entered.map(({ id }) => id));
  const entries = [...told.entries.keys()].filter((id) => !posted.has(id));
  const vouchers = await look(database, idRow, "select reference as id from transfer_voucher");
  const written = new Set(vouchers.map(({ id }) => id));
  const transfers = told.transfers.filter((reference) => !written.has(reference));
  const named = (ids: string[]): string[] => ids.slice(0, 5);
  return [
    {
      promise: "every order that a buyer was told of is paid in full",
      against: named(orders.map(([id]) => id)),
    },
    { promise: "every refund that the operator was told of is booked", against: named(refunds) },
    {
      promise: "every transfer that the cooperative was told of is written down",
      against: named(transfers),
    },
    {
      promise: "every approval that the cooperative was told of is in the ledger",
      against: named(entries),
    },
    { promise: "every acknowledged notification is stored", against: named(lost) },
  ];
}

async function missingRefunds(database: TestDatabase, told: Told): Promise<string[]> {
  const found = await look(
    database,
    z.object({ payment_id: z.string(), fen: z.coerce.number() }),
    "select payment_id, round(amount * 100) as fen from refund where deleted_at is null",
  );
  const left = new Map<string, number>();
  const key = (payment_id: string, fen: number): string => `${payment_id} ${fen}`;
  for (const { payment_id, fen } of found) {
    left.set(key(payment_id, fen), (left.get(key(payment_id, fen)) ?? 0) + 1);
  }
  return told.refunds.flatMap(({ payment_id, amount_fen }) => {
    const rest = left.get(key(payment_id, amount_fen)) ?? 0;
    left.set(key(payment_id, amount_fen), rest - 1);
    return rest > 0 ? [] : [payment_id];
  });
}

async function ledgerFinding(database: TestDatabase): Promise<Finding> {
  const verdict = await verify(database);
  const against = verdict.ok ? [] : verdict.gaps.slice(0, 5).map((gap) => JSON.stringify(gap));
  if (verdict.sum_fen !== 0) against.push(`the sum is ${verdict.sum_fen} fen`);
  if (verdict.credited_fen !== verdict.captured_fen) against.push("credited is not captured");
  if (verdict.reversed_fen !== verdict.refunded_fen) against.push("reversed is not refunded");
  return { promise: "the ledger verifies", against };
}

/**
 * Asks everything, again and again until the sweeps have cleared up.
 *
 * @returns every promise; what stands against it when patience is over
 */
export async function audit(
  database: TestDatabase,
  told: Told,
  patience_ms: number,
): Promise<Finding[]> {
  const until = Date.now() + patience_ms;
  for (;;) {
    const findings = [...(await brokenPromises(database)), ...(await brokenWords(database, told))];
    const isBroken = findings.some(({ against }) => against.length > 0);
    if (isBroken && Date.now() < until) {
      await sleep(1_000);
      continue;
    }
    const ledger = await ledgerFinding(database);
    if (ledger.against.length === 0 || Date.now() > until) return [...findings, ledger];
    await sleep(1_000);
  }
}

/** What must hold after the faults, without any hand work: asked of the database, and of what people were told. */
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { look, verify } from "../http/ledger";
import type { TestDatabase } from "../support/postgres";
import type { Told } from "./told";

/** One promise and what stands against it. */
export interface Finding {
  promise: string;
  /** Ids, at most a few; empty when it holds. */
  against: string[];
}

const PAID_ORDERS = `select l.order_id from order_payment_collection l
  join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
  join capture c on c.payment_id = p.id and c.deleted_at is null where l.deleted_at is null`;

/** Each statement lists what breaks its promise. */
const PROMISES: Record<string, string> = {
  "what the payment house took is captured, ordered and credited once, to the fen": `
    select s.session_id as id from sandbox_charge s where s.state = 'captured' and (
      select count(*) from payment p
        join capture c on c.payment_id = p.id and c.deleted_at is null and round(c.amount * 100) = s.amount_fen
        join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
        join "order" o on o.id = l.order_id and o.status <> 'canceled' and o.deleted_at is null
        join ledger_transaction t on t.idempotency_key = 'capture:' || c.id and t.amount_fen = s.amount_fen
       where p.payment_session_id = s.session_id and p.deleted_at is null) <> 1`,
  "nothing is captured that the payment house did not take": `
    select p.id from payment p join capture c on c.payment_id = p.id and c.deleted_at is null
      left join sandbox_charge s on s.session_id = p.payment_session_id and s.state = 'captured'
     where p.provider_id = 'pp_sandbox_local' and s.session_id is null`,
  "what the payment house gave back is booked and reversed once, and the other way round": `
    select coalesce(g.key, r.id) as id from sandbox_refund g
      full join (select r.* from refund r join payment p on p.id = r.payment_id
                  where r.deleted_at is null and p.provider_id = 'pp_sandbox_local') r on r.id = g.key
     where g.key is null or r.id is null or round(r.amount * 100) <> g.amount_fen or not exists (
       select 1 from ledger_transaction t where t.idempotency_key = 'refund:' || r.id and t.amount_fen = g.amount_fen)`,
  "an order's own books know its captures and refunds, once": `
    select m.id from (select id, payment_id, amount from capture where deleted_at is null
                union all select id, payment_id, -amount from refund where deleted_at is null) m
      join payment p on p.id = m.payment_id
      join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
     where (select count(*) from order_transaction t where t.order_id = l.order_id and t.reference_id = m.id
              and t.amount = m.amount and t.deleted_at is null) <> 1`,
  "the legs of every transaction add up to zero": `
    select transaction_seq::text as id from ledger_posting group by 1 having sum(amount_fen) <> 0`,
  "no capture and no refund is posted twice": `
    select source_id as id from ledger_transaction where kind in ('capture', 'refund')
     group by kind, source_id having count(*) > 1`,
  "no cart became two orders, no order was paid twice": `
    select l.order_id as id from (${PAID_ORDERS}) l group by 1 having count(*) > 1
    union all
    select c.cart_id from order_cart c join "order" o on o.id = c.order_id and o.status <> 'canceled'
     where c.deleted_at is null group by 1 having count(*) > 1`,
  "no order without a payment is older than a minute": `
    select o.id from "order" o where o.status <> 'canceled' and o.deleted_at is null
       and o.created_at < now() - interval '60 seconds' and o.id not in (${PAID_ORDERS})
       and not exists (select 1 from order_payment_collection l join payment_session s
             on s.payment_collection_id = l.payment_collection_id and s.status = 'pending_authorization'
           where l.order_id = o.id and l.deleted_at is null and s.deleted_at is null)`,
  "no purchase paid twice: one order for one key, and no order that no key knows": `
    select order_id as id from checkout where order_id is not null group by 1 having count(*) > 1`,
  "reserved is exactly what live orders hold": `
    select n.inventory_item_id as id from inventory_level n
      join product_variant_inventory_item s on s.inventory_item_id = n.inventory_item_id and s.deleted_at is null
     where n.deleted_at is null and n.reserved_quantity <> coalesce((
       select sum(i.quantity - i.fulfilled_quantity) from order_line_item t
         join order_item i on i.item_id = t.id and i.deleted_at is null
         join "order" o on o.id = i.order_id and o.version = i.version and o.status <> 'canceled' and o.deleted_at is null
        where t.variant_id = s.variant_id), 0)`,
  "every approved entry is posted once, to the fen": `
    select e.id from linkage_entry e where e.state = 'approved' and (
      select count(*) from ledger_transaction t
       where t.kind in ('entry', 'entry_reversal') and t.source_id = e.id and t.amount_fen = e.amount_fen) <> 1`,
  "nothing is posted of an entry that was not approved": `
    select t.source_id as id from ledger_transaction t left join linkage_entry e on e.id = t.source_id
     where t.kind in ('entry', 'entry_reversal') and coalesce(e.state, '') not in ('approved', 'reversed')`,
  "every notification has taken effect": `
    select event_id as id from inbox_event where state <> 'done'`,
};

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
  const named = (ids: string[]): string[] => ids.slice(0, 5);
  return [
    {
      promise: "every order that a buyer was told of is paid in full",
      against: named(orders.map(([id]) => id)),
    },
    { promise: "every refund that the operator was told of is booked", against: named(refunds) },
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
    const isQuiet = findings.every(({ against }) => against.length === 0);
    if (!isQuiet && Date.now() < until) {
      await sleep(1_000);
      continue;
    }
    const ledger = await ledgerFinding(database);
    if (ledger.against.length === 0 || Date.now() > until) return [...findings, ledger];
    await sleep(1_000);
  }
}

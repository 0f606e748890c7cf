/** Rebuilds balances of credits from their postings and compares, a page of credits at a time. */
import type { ClientBase } from "pg";
import { z } from "zod";

import type { Gaps } from "./gap";
import type { Progress } from "./progress";

const PAGE_CREDITS = 20_000;

// NOTE: the page is cut before its postings are read, so that no plan ever sorts the whole ledger.
const pageOf = (credits: string): string => `
with page as materialized (select * from credit_balance where ${credits}),
built as (
  select b.credit_id, count(p.leg) as legs,
         coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'expected'), 0) as expected,
         coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'earned'), 0) as earned,
         coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'settled'), 0) as settled,
         coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'paid'), 0) as paid,
         coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = 'confirmed'), 0) as confirmed,
         coalesce(sum(p.amount_fen) filter (where t.kind in ('capture', 'amend', 'claim', 'entry') and p.amount_fen > 0
           and account_kind(p.account_id) = 'household'), 0) as credited,
         coalesce(-sum(p.amount_fen) filter (where t.kind in ('refund', 'amend', 'claim', 'entry_reversal') and p.amount_fen < 0
           and account_kind(p.account_id) = 'household'), 0) as reversed
    from page b
    left join ledger_posting p on p.credit_id = b.credit_id
    left join ledger_transaction t on t.seq = p.transaction_seq
   group by b.credit_id)
select count(*) as credits, coalesce(sum(s.legs), 0) as legs, max(b.credit_id collate "C") as last,
       coalesce(array_agg(b.credit_id) filter (where
         (b.expected_fen, b.earned_fen, b.settled_fen, b.paid_fen, b.confirmed_fen, b.credited_fen, b.reversed_fen)
         is distinct from (s.expected, s.earned, s.settled, s.paid, s.confirmed, s.credited, s.reversed)), '{}') as differing
  from page b join built s using (credit_id)`;

const FOLLOWING = `order by credit_id limit ${PAGE_CREDITS}`;
const PAGE = pageOf(`credit_id > $1 ${FOLLOWING}`);
const ENTRIES = pageOf(`order_id is null and credit_id > $1 ${FOLLOWING}`);
const ORDERS = pageOf("order_id = any($1)");

const whole = z.coerce.number().int();
const pageRow = z.object({
  credits: whole,
  legs: whole,
  last: z.string().nullable(),
  differing: z.array(z.string()),
});

/** What was rebuilt. */
export interface Rebuilt {
  credits: number;
  legs: number;
}

/** Rebuilds all balances and adds a gap for each that is kept otherwise. */
export function rebuildBalances(client: ClientBase, gaps: Gaps, progress: Progress) {
  return rebuildPages(client, PAGE, gaps, progress);
}

/** The same for the credits of payroll and contract entries alone, which no order brought. */
export function rebuildEntries(client: ClientBase, gaps: Gaps, progress: Progress) {
  return rebuildPages(client, ENTRIES, gaps, progress);
}

/** The same for the credits of some orders. */
export async function rebuildOrders(
  client: ClientBase,
  order_ids: readonly string[],
  gaps: Gaps,
): Promise<void> {
  await rebuildPage(client, ORDERS, order_ids, gaps);
}

async function rebuildPage(
  client: ClientBase,
  sql: string,
  value: string | readonly string[],
  gaps: Gaps,
) {
  const { rows } = await client.query(sql, [value]);
  const [page] = z.tuple([pageRow]).parse(rows);
  for (const id of page.differing) gaps.add("a balance differs from its postings", id);
  return page;
}

async function rebuildPages(
  client: ClientBase,
  sql: string,
  gaps: Gaps,
  progress: Progress,
): Promise<Rebuilt> {
  const rebuilt = { credits: 0, legs: 0 };
  for (let after = ""; ;) {
    const page = await rebuildPage(client, sql, after, gaps);
    rebuilt.credits += page.credits;
    rebuilt.legs += page.legs;
    progress("entries rebuilt into balances", page.legs);
    if (page.last === null) return rebuilt;
    after = page.last;
  }
}

const DRIFT = "select * from income_rollup_drift(1000)";

// A picture that something late has made stale, or is about to, is not read by anybody.
const MONTHS = `
select k.month from income_flow_month k
 where not k.stale and k.month < income_tail_period()
   and exists (
     select 1 from jsonb_to_recordset(k.accounts) as a(kind text, state text, closing_fen bigint)
       full join (
         select account_kind(p.account_id) as kind, account_state(p.account_id) as state, sum(p.amount_fen) as fen
           from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
          where t.period <= k.month group by 1, 2) s
         on s.kind = a.kind and coalesce(s.state, '') = coalesce(a.state, '')
      where a.closing_fen is distinct from s.fen)`;

/** What the roll-ups say otherwise than the postings. */
export async function compareRollups(client: ClientBase, gaps: Gaps): Promise<void> {
  const { rows } = await client.query<Record<string, unknown>>(DRIFT);
  for (const row of rows) gaps.add("a roll-up differs from its postings", JSON.stringify(row));
  const months = await client.query<{ month: number }>(MONTHS);
  for (const { month } of months.rows)
    gaps.add("a kept month of the money flow differs from its postings", month);
}

/** The statement of a party that is no household: the platform, the loss pool, one cooperative's freight. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { Statement } from "../../contract/statement";
import { refuse } from "../../refuse";
import { MOVES } from "../ledger/legs-sql";
import { figuresOf, lineRow, totalOf } from "./account-lines";
import type { Book } from "./book";
import { monthOf, type Span } from "./span";

// The buyers' legs are as many as there are captures and refunds, so that the index leaves them out.
/** SQL of what the index by parties holds, of a posting `p`. */
export const OF_PARTY = "p.account_id not like 'household:%' and p.account_id <> 'buyers'";

/** SQL of the postings of one account that is no household's. */
const ofAccount = (account: string): string =>
  account === "buyers" ? "p.account_id = 'buyers'" : `p.account_id = :account and ${OF_PARTY}`;

const linesOf = (account: string): string => `
select account_kind(p.account_id) as kind, null as state, ${figuresOf("p.amount_fen")}
  from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
 where ${ofAccount(account)} and t.period <= :to
 group by 1`;

const entriesOf = (account: string): string => `
select e.seq, e.kind, e.cause, e.occurred_at, e.period, e.corrects_period, e.reverses_seq, e.order_id,
       o.display_id as order_display_id, null as goods, null as lot_code, null as counterpart, null as category,
       null as account, null as from_state, null as to_state, e.amount_fen, 0 as moved_fen,
       cast(:opening_fen + sum(e.amount_fen) over (order by e.seq) as bigint) as balance_fen, null as voucher, null as taken_by
  from (select t.seq, t.kind, t.cause, t.occurred_at, t.period, t.corrects_period, t.reverses_seq,
               t.order_id, sum(p.amount_fen) as amount_fen
          from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
         where ${ofAccount(account)} and t.kind not in ${MOVES} and t.period >= :from and t.period <= :to
         group by t.seq) e
  left join "order" o on o.id = e.order_id
 order by e.seq`;

/** Accounts that stand in every chart, also while nothing has been posted to them. */
const STANDING: readonly string[] = [
  "platform:platform",
  "loss_pool",
  "shipping:platform",
  "tax:platform",
  "unattributed",
];

/**
 * Reads a party's statement and where its entries are.
 *
 * @param account the id of its account: "platform:platform", "loss_pool", "freight:coop_1"
 * @throws refusal `not_found` when nothing was ever posted to it and it is none that always stands, or when it
 *   is a household's
 */
export async function partyStatement(
  trx: Knex.Transaction,
  account: string,
  span: Span,
): Promise<{ statement: Statement; book: Book }> {
  const [kind = "", owner = ""] = account.split(":");
  if (kind === "household") throw refuse("not_found");
  const known = await trx.raw<{ rows: { name: string | null }[] }>(
    `select (select name from cooperative where id = :owner) as name
      where :account = any(cast(:standing as text[]))
         or exists (select 1 from ledger_posting p where ${ofAccount(account)})`,
    { account, owner, standing: [...STANDING] },
  );
  const [party] = known.rows;
  if (!party) throw refuse("not_found");
  const { rows } = await trx.raw<{ rows: unknown[] }>(linesOf(account), { account, ...span });
  const found = z.array(lineRow).parse(rows);
  const accounts = found.length > 0 ? found : [{ ...totalOf([]), kind }];
  const total = totalOf(accounts);
  const statement: Statement = {
    subject: "party",
    id: account,
    name: party.name ?? "",
    place: "",
    code: null,
    from: monthOf(span.from),
    to: monthOf(span.to),
    closed_months: [],
    accounts,
    total,
    categories: [],
    deductions: { gross_fen: 0, parts: [], net_fen: 0 },
    per_head: null,
    counterparts: [],
  };
  const bindings = { account, opening_fen: total.opening_fen, ...span };
  return { statement, book: { sql: entriesOf(account), bindings } };
}

/** An order's statement: every transaction with its legs; what is not the reader's business has no name. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { Statement } from "../../contract/statement";
import { refuse } from "../../refuse";
import { figuresOf, lineRow, totalOf } from "./account-lines";
import type { Book } from "./book";
import { monthOf, type Span } from "./span";

/** Which order, for whom. */
export interface OrderAsked {
  id: string;
  /** Where a household of the order must live for the order to be seen, and to be named. */
  prefix: string | null;
  /** Which cooperative must have sold a line of it. */
  cooperative_id: string | null;
}

/**
 * Every leg of an order: of its own transactions, and of those that moved its credits among others. A
 * cooperative reads the legs of its own lines.
 */
const LEGS = `
legs as materialized (
  select p.transaction_seq, p.leg
    from (select p.* from ledger_transaction t join ledger_posting p on p.transaction_seq = t.seq where t.order_id = :id
          union
          select p.* from credit_balance b join ledger_posting p on p.credit_id = b.credit_id where b.order_id = :id) p
    left join income_credit c on c.id = p.credit_id
    left join sale_line l on l.order_line_id = coalesce(c.order_line_id, leaf_line(p.leaf_id))
   where :only = '' or l.cooperative_id = :only)`;

const ACCOUNTS = `
with ${LEGS}
select account_kind(p.account_id) as kind, account_state(p.account_id) as state, ${figuresOf("p.amount_fen")}
  from legs join ledger_posting p on p.transaction_seq = legs.transaction_seq and p.leg = legs.leg
  join ledger_transaction t on t.seq = p.transaction_seq
 where t.period <= :to
 group by 1, 2 order by 1, 2`;

const MAY_NAME = `(starts_with(c.division_code, :prefix) or l.cooperative_id = :only)`;

const ENTRIES = `
with ${LEGS}
select t.seq, t.kind, t.cause, t.occurred_at, t.period, t.corrects_period, t.reverses_seq,
       cast(:id as text) as order_id, o.display_id as order_display_id,
       l.product_title || ' × ' || l.quantity as goods, l.lot_code,
       case when account_kind(p.account_id) = 'household' then case when ${MAY_NAME} then c.alias end
            else k.name end as counterpart,
       c.category, account_kind(p.account_id) as account,
       case when p.amount_fen < 0 then account_state(p.account_id) end as from_state,
       case when p.amount_fen > 0 then account_state(p.account_id) end as to_state,
       p.amount_fen, 0 as moved_fen, null as balance_fen,
       nullif(concat_ws(' ', t.facts->>'bank', t.facts->>'reference', t.facts->>'paid_on'), '') as voucher,
       null as taken_by
  from legs join ledger_posting p on p.transaction_seq = legs.transaction_seq and p.leg = legs.leg
  join ledger_transaction t on t.seq = p.transaction_seq
  left join income_credit c on c.id = p.credit_id
  left join sale_line l on l.order_line_id = coalesce(c.order_line_id, leaf_line(p.leaf_id))
  left join cooperative k on k.id = account_owner(p.account_id)
  left join "order" o on o.id = :id
 where t.period >= :from and t.period <= :to
 order by t.seq, p.leg`;

const MAY_SEE = `
select o.display_id, min(l.cooperative_name) as seller
  from sale s
  join sale_line l on l.order_id = s.order_id
  left join "order" o on o.id = s.order_id
 where s.order_id = :id
   and (cast(:cooperative_id as text) is null
        or exists (select 1 from sale_line x where x.order_id = s.order_id and x.cooperative_id = :cooperative_id))
   and (cast(:prefix as text) is null
        or exists (select 1 from credit_balance c where c.order_id = s.order_id and starts_with(c.division_code, :prefix)))
 group by o.display_id`;

const seen = z.object({
  display_id: z.coerce.number().int().nullable(),
  seller: z.string().nullable(),
});

/**
 * Reads an order's statement and where its entries are.
 *
 * @throws refusal `not_found` for an order that the reader has nothing to do with
 */
export async function orderStatement(
  trx: Knex.Transaction,
  asked: OrderAsked,
  span: Span,
): Promise<{ statement: Statement; book: Book }> {
  const { id, cooperative_id, prefix } = asked;
  const found = await trx.raw<{ rows: unknown[] }>(MAY_SEE, { id, cooperative_id, prefix });
  const [order] = z.array(seen).parse(found.rows);
  if (!order) throw refuse("not_found");
  // A word that begins no division code names nobody: a cooperative knows the households of its own lines.
  const bindings = { id, only: cooperative_id ?? "", prefix: prefix ?? "-", ...span };
  const { rows } = await trx.raw<{ rows: unknown[] }>(ACCOUNTS, bindings);
  const accounts = z.array(lineRow).parse(rows);
  const statement: Statement = {
    subject: "order",
    id,
    name: `#${(order.display_id ?? id).toString()}`,
    place: order.seller ?? "",
    code: null,
    from: monthOf(span.from),
    to: monthOf(span.to),
    closed_months: [],
    accounts,
    total: totalOf(accounts),
    categories: [],
    deductions: { gross_fen: 0, parts: [], net_fen: 0 },
    per_head: null,
    counterparts: [],
  };
  return {
    statement,
    book: { sql: ENTRIES, bindings },
  };
}

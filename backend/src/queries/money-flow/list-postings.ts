/** The postings behind a figure: of one band of the picture, or of one account. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import {
  postingSchema,
  type PostingsQuery,
  type postingsReplySchema,
} from "../../contract/money-flow";
import { monthAt, monthOf, periodOf } from "../statement/span";
import { allLegs, bands } from "./flow-sql";
import type { FlowReader } from "./reader";

const fen = z.coerce.number().int();
const row = postingSchema.extend({
  seq: fen,
  leg: fen,
  period: fen,
  occurred_at: z.coerce.date(),
  order_display_id: fen.nullable(),
  amount_fen: fen,
  share_fen: fen,
});
const totalRow = z.object({ count: fen, total_fen: fen });

/**
 * Lists postings, in the order of the ledger.
 *
 * @returns a page; `total_fen` is the figure that the whole list explains
 */
export async function listPostings(
  scope: MedusaContainer,
  reader: FlowReader,
  query: PostingsQuery,
): Promise<z.input<typeof postingsReplySchema>> {
  const pg = scope.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION);
  return pg.transaction((trx) => postingsOf(trx, reader, query, new Date()), {
    isolationLevel: "repeatable read",
    readOnly: true,
  });
}

/** A page of postings in one view of the ledger. */
export async function postingsOf(
  trx: Knex.Transaction,
  reader: FlowReader,
  query: PostingsQuery,
  now: Date,
): Promise<z.input<typeof postingsReplySchema>> {
  const { sql, bindings } = chosenOf(reader, query, now);
  const page = await trx.raw<{ rows: unknown[] }>(
    `with ${sql} ${DETAIL} order by c.seq, c.leg, c.share_fen limit :limit offset :offset`,
    { ...bindings, limit: query.limit, offset: query.offset, may_name: reader.mayName },
  );
  const all = await trx.raw<{ rows: unknown[] }>(
    `with ${sql} select count(*) as count, coalesce(sum(share_fen), 0) as total_fen from chosen_leg`,
    bindings,
  );
  const [total] = z.array(totalRow).parse(all.rows);
  return {
    postings: z
      .array(row)
      .parse(page.rows)
      .map((one) => ({
        ...one,
        period: monthOf(one.period),
        occurred_at: one.occurred_at.toISOString(),
      })),
    count: total?.count ?? 0,
    total_fen: total?.total_fen ?? 0,
  };
}

/** Which legs: `chosen_leg` (seq, leg, share_fen, share of the area). */
function chosenOf(reader: FlowReader, query: PostingsQuery, now: Date) {
  const isWhole = reader.prefix === "";
  const bindings = {
    month: periodOf(query.month ?? monthAt(now)),
    prefix: reader.prefix,
    source: query.source ?? "",
    target: query.target ?? "",
    account: query.account ?? "",
    state: query.state ?? "",
  };
  if (query.source !== undefined || query.target !== undefined) {
    const sql = `${bands(isWhole)},
    chosen_leg as (select seq, leg, share_fen from band
      where (:source = '' or source = :source) and (:target = '' or target = :target))`;
    return { sql, bindings };
  }
  const sql = `${allLegs(isWhole)},
  chosen_leg as (
    select l.seq, l.leg, l.share_fen from all_legs l join ledger_transaction t on t.seq = l.seq
     where t.period = :month and (:account = '' or account_kind(l.account_id) = :account)
       and (:state = '' or account_state(l.account_id) = :state))`;
  return { sql, bindings };
}

const DETAIL = `
select c.seq, c.leg, t.kind, t.cause, t.occurred_at, t.period, coalesce(account_kind(p.account_id), 'elsewhere') as account,
       account_state(p.account_id) as state,
       coalesce(case when account_kind(p.account_id) = 'household' then case when :may_name then i.alias end
                     else k.name end, '') as owner,
       case when :may_name then i.household_id end as household_id,
       coalesce(t.order_id, i.order_id) as order_id, o.display_id as order_display_id,
       l.product_title || ' × ' || l.quantity as goods, l.lot_code,
       coalesce(p.amount_fen, 0) as amount_fen, c.share_fen
  from chosen_leg c
  join ledger_transaction t on t.seq = c.seq
  left join ledger_posting p on p.transaction_seq = c.seq and p.leg = c.leg
  left join income_credit i on i.id = p.credit_id
  left join sale_line l on l.order_line_id = coalesce(i.order_line_id, leaf_line(p.leaf_id))
  left join cooperative k on k.id = account_owner(p.account_id)
  left join "order" o on o.id = coalesce(t.order_id, i.order_id)`;

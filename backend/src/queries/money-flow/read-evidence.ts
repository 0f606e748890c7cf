/** The evidence behind one posting: its transaction, the legs beside it, order, lot, household, voucher, block. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { evidenceReplySchema } from "../../contract/money-flow";
import { refuse } from "../../refuse";
import { monthOf } from "../statement/span";
import type { FlowReader } from "./reader";

type Evidence = z.input<typeof evidenceReplySchema>;

/** A batch settles thousands of credits: so many legs are shown. */
const MOST_LEGS = 200;

const fen = z.coerce.number().int();
const shape = evidenceReplySchema.shape;
const transactionRow = shape.transaction.extend({
  seq: fen,
  occurred_at: z.coerce.date(),
  posted_at: z.coerce.date(),
  period: fen,
  corrects: fen.nullable(),
  reverses_seq: fen.nullable(),
  reversed_by: z.array(fen),
  order_display_id: fen.nullable(),
  amount_fen: fen,
});
const voucherRow = z.object({
  bank: z.string().nullable(),
  reference: z.string().nullable(),
  paid_on: z.string().nullable(),
  amount_fen: fen,
});
const legRow = shape.legs.element.extend({ leg: fen, amount_fen: fen });

/** In the area: a household's own leg, or a leg of a line that a household of the area stands behind. */
const IN_AREA = `(:prefix = '' or starts_with(i.division_code, :prefix) or exists (
  select 1 from credit_balance x where x.order_id = p.order_id and x.order_line_id = leaf_line(p.leaf_id) and starts_with(x.division_code, :prefix)))`;

const LEGS = `
  from ledger_posting p
  left join income_credit i on i.id = p.credit_id
  left join sale_line l on l.order_line_id = coalesce(i.order_line_id, leaf_line(p.leaf_id))
  left join cooperative k on k.id = account_owner(p.account_id)
 where p.transaction_seq = :seq`;

const TRANSACTION = `
select t.seq, t.kind, t.cause, t.occurred_at, t.posted_at, t.period, t.corrects_period as corrects, t.reverses_seq,
       coalesce((select jsonb_agg(r.seq order by r.seq) from ledger_transaction r
          where r.reverses_seq = t.seq and r.order_id is not distinct from t.order_id), '[]') as reversed_by,
       t.order_id, o.display_id as order_display_id, t.amount_fen
  from ledger_transaction t left join "order" o on o.id = t.order_id
 where t.seq = :seq and exists (select 1 ${LEGS} and ${IN_AREA})`;

const VOUCHER = `
select coalesce(t.facts->>'bank', v.bank) as bank, coalesce(t.facts->>'reference', v.reference) as reference,
       coalesce(t.facts->>'paid_on', to_char(v.paid_on, 'YYYY-MM-DD')) as paid_on, t.amount_fen
  from ledger_transaction t
  left join lateral (select v.* from settlement_line s join transfer_voucher v on v.id = s.voucher_id
                      where s.pay_seq = t.seq limit 1) v on true
 where t.seq = :seq and t.kind = 'pay'`;

/**
 * Reads the evidence of a transaction.
 *
 * @throws refusal `not_found` when no leg of it belongs to the area
 */
export async function readEvidence(
  scope: MedusaContainer,
  reader: FlowReader,
  seq: number,
): Promise<Evidence> {
  const pg = scope.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION);
  const bindings = { seq, prefix: reader.prefix, may_name: reader.mayName };
  const rowsOf = async (sql: string) => (await pg.raw<{ rows: unknown[] }>(sql, bindings)).rows;
  const [transaction] = z.array(transactionRow).parse(await rowsOf(TRANSACTION));
  if (!transaction) throw refuse("not_found");
  const legs = z.array(legRow).parse(await rowsOf(legsSql()));
  const [all] = z
    .array(z.object({ count: fen }))
    .parse(await rowsOf(`select count(*) as count ${LEGS}`));
  const [voucher] = z.array(voucherRow).parse(await rowsOf(VOUCHER));
  const [block] = z.array(z.object({ number: fen })).parse(
    await rowsOf(`select b.number from ledger_transaction t join ledger_block b on b.upto > t.written_in
       where t.seq = :seq order by b.upto limit 1`),
  );
  return {
    transaction: {
      ...transaction,
      occurred_at: transaction.occurred_at.toISOString(),
      posted_at: transaction.posted_at.toISOString(),
      period: monthOf(transaction.period),
      corrects: transaction.corrects === null ? null : monthOf(transaction.corrects),
    },
    legs,
    more_legs: (all?.count ?? 0) - legs.length,
    voucher: voucherOf(voucher),
    block: block?.number ?? null,
  };
}

function voucherOf(voucher: z.infer<typeof voucherRow> | undefined): Evidence["voucher"] {
  if (!voucher?.reference) return null;
  const { bank, reference, paid_on, amount_fen } = voucher;
  return { bank: bank ?? "", reference, paid_on: paid_on ?? "", amount_fen };
}

/** The area's legs first; a batch over many areas shows no household's legs but those of the area. */
function legsSql(): string {
  const named = "(:may_name and starts_with(i.division_code, :prefix))";
  return `
select p.leg, account_kind(p.account_id) as account, account_state(p.account_id) as state,
       coalesce(case when account_kind(p.account_id) = 'household' then case when ${named} then i.alias end
                     else k.name end, '') as owner,
       case when ${named} then i.household_id end as household_id,
       coalesce(i.order_line_id, leaf_line(p.leaf_id)) as order_line_id,
       l.product_title || ' × ' || l.quantity as goods, l.lot_code, i.category, p.amount_fen
  ${LEGS} and ((select t.order_id from ledger_transaction t where t.seq = :seq) is not null or ${IN_AREA})
 order by p.leg limit ${MOST_LEGS.toString()}`;
}

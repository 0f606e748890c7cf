/** Checks that the database can make in one statement each; every row that comes back is a gap. */
import { periodChecks } from "./period-checks";

/** A check and what its rows mean. */
export interface Check {
  reason: string;
  /** Answers rows with one column `ref`. */
  sql: string;
}

/** What must never be found. */
export const checks: readonly Check[] = [
  ...periodChecks,
  {
    reason: "a capture was not posted",
    sql: `select c.id as ref from capture c join payment p on p.id = c.payment_id
            join order_payment_collection o on o.payment_collection_id = p.payment_collection_id and o.deleted_at is null
           where c.deleted_at is null
             and not exists (select 1 from ledger_transaction t where t.idempotency_key = 'capture:' || c.id)`,
  },
  {
    reason: "a capture has no order",
    sql: `select c.id as ref from capture c join payment p on p.id = c.payment_id
           where c.deleted_at is null
             and not exists (select 1 from refund r where r.payment_id = p.id and r.deleted_at is null and r.amount >= c.amount)
             and not exists (select 1 from order_payment_collection o
             where o.payment_collection_id = p.payment_collection_id and o.deleted_at is null)`,
  },
  {
    reason: "a refund was not posted",
    sql: `select r.id as ref from refund r join payment p on p.id = r.payment_id
            join order_payment_collection o on o.payment_collection_id = p.payment_collection_id and o.deleted_at is null
           where r.deleted_at is null
             and not exists (select 1 from ledger_transaction t where t.idempotency_key = 'refund:' || r.id)`,
  },
  {
    reason: "a transaction differs from its capture",
    sql: `select t.seq::text as ref from ledger_transaction t left join capture c on c.id = t.source_id and c.deleted_at is null
           where t.kind = 'capture' and (c.id is null or round(c.amount * 100) <> t.amount_fen or c.payment_id <> t.payment_id)`,
  },
  {
    reason: "a transaction differs from its refund",
    sql: `select t.seq::text as ref from ledger_transaction t left join refund r on r.id = t.source_id and r.deleted_at is null
           where t.kind = 'refund' and (r.id is null or round(r.amount * 100) <> t.amount_fen or r.payment_id <> t.payment_id)`,
  },
  {
    reason: "the postings of a transaction do not add up to zero",
    sql: `select transaction_seq::text as ref from ledger_posting group by transaction_seq having sum(amount_fen) <> 0`,
  },
  {
    reason: "a transaction has no postings",
    // A change of an order that is not paid yet moves its frozen parts and no money.
    sql: `select t.seq::text as ref from ledger_transaction t
           where t.kind not in ('amend', 'claim')
             and not exists (select 1 from ledger_posting p where p.transaction_seq = t.seq)`,
  },
  {
    reason: "the leaves of a sale do not add up to its total",
    sql: `select s.order_id as ref from sale s
           left join lateral (
             select (select coalesce(sum(c.gross_fen), 0) from income_credit c where c.order_id = s.order_id)
               + (select coalesce(sum(l.paid_fen), 0) from sale_line l where l.order_id = s.order_id and l.terms is null)
               + (select coalesce(sum(a.amount_fen), 0) from sale_apart a where a.order_id = s.order_id) as fen) leaves on true
           left join lateral (select coalesce(sum(amount_fen), 0) as fen from sale_leaf_void v where v.order_id = s.order_id) voids on true
           left join lateral (select coalesce(sum(total_fen), 0) as fen from sale_amendment a where a.order_id = s.order_id) amended on true
           where leaves.fen - voids.fen <> s.total_fen + amended.fen`,
  },
  {
    reason: "the grosses of a line do not add up to what was paid for it",
    sql: `select l.order_line_id as ref from sale_line l join income_credit c using (order_line_id)
           group by l.order_line_id, l.paid_fen having sum(c.gross_fen) <> l.paid_fen`,
  },
  {
    reason: "a credit has no balance",
    sql: `select c.id as ref from income_credit c where not exists (select 1 from credit_balance b where b.credit_id = c.id)`,
  },
];

/** The figures of the whole, from Medusa's own tables and from the ledger. */
export const FIGURES = `
select (select count(*) from ledger_transaction) as transactions,
       (select count(*) from ledger_posting) as postings,
       (select coalesce(sum(amount_fen), 0) from ledger_posting) as sum_fen,
       (select coalesce(sum(round(c.amount * 100)), 0) from capture c where c.deleted_at is null) as captured_fen,
       (select coalesce(sum(round(r.amount * 100)), 0) from refund r where r.deleted_at is null) as refunded_fen,
       (select coalesce(sum(p.amount_fen), 0) from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
         where t.kind = 'capture' and p.account_id <> 'buyers') as credited_fen,
       (select coalesce(-sum(p.amount_fen), 0) from ledger_posting p join ledger_transaction t on t.seq = p.transaction_seq
         where t.kind = 'refund' and p.account_id <> 'buyers') as reversed_fen,
       (select coalesce(sum(credited_fen), 0) from credit_balance) as household_credited_fen,
       (select coalesce(sum(reversed_fen), 0) from credit_balance) as household_reversed_fen,
       (select coalesce(-sum(amount_fen), 0) from ledger_posting where account_id = 'loss_pool') as loss_pool_fen`;

/** Orders with their frozen lines, leaves and transactions, ready to be replayed. */
export const ORDERS = `
select s.order_id,
  (select coalesce(json_agg(json_build_object('order_line_id', l.order_line_id, 'product_id', l.product_id,
            'product_title', l.product_title, 'quantity', l.quantity, 'paid_fen', l.paid_fen, 'weight_micro', 0,
            'return_days', l.return_days, 'terms', l.terms, 'amendment_id', l.amendment_id)), '[]')
     from sale_line l where l.order_id = s.order_id) as lines,
  (select coalesce(json_agg(json_build_object('id', f.id, 'order_line_id', f.order_line_id, 'part', f.part,
            'owner_id', f.owner_id, 'credit_id', f.credit_id, 'amount_fen', f.amount_fen,
            'amendment_id', f.amendment_id) order by f.id), '[]')
     from sale_leaf f where f.order_id = s.order_id) as leaves,
  (select coalesce(json_agg(json_build_object('amendment_id', v.amendment_id, 'leaf_id', v.leaf_id,
            'amount_fen', v.amount_fen)), '[]') from sale_leaf_void v where v.order_id = s.order_id) as voids,
  (select coalesce(json_agg(json_build_object('id', a.id, 'after_seq', a.after_seq, 'change', a.document)
            order by a.version, a.after_seq), '[]') from sale_amendment a where a.order_id = s.order_id) as amendments,
  (select coalesce(json_agg(c), '[]') from credit_balance b join income_credit c on c.id = b.credit_id where b.order_id = s.order_id) as credits,
  (select coalesce(json_agg(t.body order by t.seq), '[]') from (
     select x.seq, json_build_object('seq', x.seq, 'kind', x.kind, 'source_id', x.source_id, 'amount_fen', x.amount_fen,
              'cause', coalesce(x.cause, ''), 'returned', coalesce(x.facts->'returned', '[]'),
              'bearers', coalesce(x.facts->'bearers', '[]'), 'in_transit', coalesce(x.facts->'in_transit', '[]'),
              'for_line', x.facts->>'for_line',
              'postings', json_agg(json_build_object('account_id', p.account_id, 'leaf_id', p.leaf_id,
                 'credit_id', p.credit_id, 'amount_fen', p.amount_fen))) as body
       from (select q.* from ledger_transaction o join ledger_posting q on q.transaction_seq = o.seq
              where o.order_id = s.order_id
             union all
             select q.* from credit_balance c join ledger_posting q on q.credit_id = c.credit_id
               join ledger_transaction o on o.seq = q.transaction_seq and o.order_id is null
              where c.order_id = s.order_id) p
       join ledger_transaction x on x.seq = p.transaction_seq
      group by x.seq) t) as transactions
  from sale s where s.order_id = any($1) order by s.order_id`;

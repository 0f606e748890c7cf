/**
 * SQL of the legs that belong to chosen credits, to the fen. A leg of a household's credit is the credit's
 * own. A leg of a line's service, packing, freight or platform is shared among all credits of the line by
 * their frozen deductions: each credit's part is the difference of two running cuts through the leg, so
 * that the parts of all credits add up to the leg whatever is asked for, one household or one county.
 */

/** Kinds of transactions that only move a credit from state to state. */
export const MOVES = "('accept', 'settle', 'pay', 'confirm', 'bounce')";

/** Accounts on the other side of the households: what they give is the same money, seen from there. */
export const COUNTER_KINDS = "('buyers', 'wages', 'land_rent', 'dividend', 'bonus')";

/**
 * Common table expressions that end in `legs` (seq, leg, account_id, credit_id, leaf_id, category,
 * household_id, amount_fen, share_fen).
 *
 * @param chosen condition on `credit_balance b` with its bindings by name
 */
export function legsOf(chosen: string): string {
  return `
chosen as materialized (
  select b.credit_id, b.order_id, b.order_line_id, b.household_id, b.category from credit_balance b where ${chosen}),
line as materialized (
  select distinct order_id, order_line_id from chosen where order_line_id is not null),
cut as materialized (
  select s.order_line_id, s.part, s.upto, s.upto - s.x as below, s.whole
    from (select k.order_line_id, v.part, k.id, v.x,
                 sum(v.x) over (partition by k.order_line_id, v.part order by k.id) as upto,
                 sum(v.x) over (partition by k.order_line_id, v.part) as whole
            from line join credit_balance a on a.order_id = line.order_id and a.order_line_id = line.order_line_id
            join income_credit k on k.id = a.credit_id
           cross join lateral (values ('service', k.service_fen), ('packing', k.packing_fen),
                                      ('freight', k.freight_fen), ('platform', k.platform_fen)) v(part, x)) s
    join chosen c on c.credit_id = s.id
   where s.x > 0),
own_leg as (
  select p.transaction_seq as seq, p.leg, p.account_id, p.credit_id, p.leaf_id, c.category, c.household_id,
         p.amount_fen, p.amount_fen as share_fen
    from chosen c join ledger_posting p on p.credit_id = c.credit_id
   where account_kind(p.account_id) not in ${COUNTER_KINDS}),
line_leg as (
  select p.transaction_seq as seq, p.leg, p.account_id, null::text as credit_id, p.leaf_id, null::text as category,
         null::text as household_id, p.amount_fen,
         cast(sum(div(p.amount_fen * cut.upto, cut.whole) - div(p.amount_fen * cut.below, cut.whole)) as bigint) as share_fen
    from line
    join cut on cut.order_line_id = line.order_line_id
    join ledger_transaction t on t.order_id = line.order_id and t.kind not in ${MOVES}
    join ledger_posting p on p.transaction_seq = t.seq and p.leaf_id = line.order_line_id || ':' || cut.part
   group by p.transaction_seq, p.leg),
legs as (
  select * from own_leg union all select * from line_leg where share_fen <> 0)`;
}

/** Common table expressions of straight-sql.ts: what the frozen parts, the legs and the balances of a range must be. */

/** What a line gives to others than households, each a leaf when it is not nothing. */
const PARTS = ["service", "packing", "freight", "platform"] as const;

/** `line`, `credit` and `leaf`: the frozen parts of the range, the leaves as they follow from the others. */
export const frozenSql = (range: string): string => `
line as materialized (
  select order_id, order_line_id, cooperative_id, paid_fen, terms is null as bare,
         cooperative_id is not distinct from terms->>'cooperative_id' as whole
    from sale_line where ${range}),
credit as materialized (
  select id, order_id, order_line_id, household_id, net_fen, service_fen, packing_fen, freight_fen, platform_fen
    from income_credit where ${range}),
leaf as materialized (
  select id || ':household' as id, order_id, id as credit_id, net_fen as amount_fen,
         'household:' || household_id || ':expected' as account_id
    from credit where net_fen > 0
  union all
  select l.order_line_id || ':' || v.part, l.order_id, null, v.fen, v.part || ':' || v.owner_id
    from line l
    left join (
      select order_id, order_line_id, ${PARTS.map((part) => `cast(sum(${part}_fen) as bigint) as ${part}_fen`).join(", ")}
        from credit group by order_id, order_line_id) c using (order_id, order_line_id)
   cross join lateral (values ${PARTS.map((part) => `('${part}', ${part === "platform" ? "'platform'" : "l.cooperative_id"}, c.${part}_fen)`).join(", ")},
     ('unattributed', 'platform', case when l.bare then l.paid_fen end)) v(part, owner_id, fen)
   where v.fen > 0
  union all
  select id, order_id, null, amount_fen, part || ':' || owner_id from sale_apart where ${range})`;

/** `divided`: whether the lines name the cooperative of their terms; `linesSql` holds the credits against them. */
export const DIVIDED = `
divided as materialized (select order_id, bool_and(whole) as whole from line group by 1)`;

/** `moved` and `capture`: orders that were captured once, and since then only moved from state to state. */
export const movedSql = (range: string): string => `
moved as materialized (
  select order_id, min(seq) filter (where kind = 'capture') as seq, min(amount_fen) filter (where kind = 'capture') as amount_fen,
         count(*) filter (where kind = 'capture') = 1
           and bool_and(kind in ('capture', 'accept', 'settle', 'pay', 'confirm')) as simple
    from ledger_transaction where ${range} group by order_id),
capture as materialized (select order_id, seq, amount_fen from moved where simple)`;

/** `captured`: whether the legs of the capture are the leaves, each once, and the buyers' leg. */
export const CAPTURED = `
captured as materialized (
  select coalesce(p.order_id, f.order_id) as order_id, count(p.leg) as legs, coalesce(sum(f.amount_fen), 0) as fen,
         count(*) = count(f.id) + 1
         and bool_and(p.leg is not null and p.own_order is not distinct from p.order_id and case when p.leaf_id is null
           then p.account_id = 'buyers' and p.credit_id is null and p.amount_fen = -p.captured_fen
           else f.order_id is not distinct from p.order_id and f.account_id is not distinct from p.account_id
             and f.credit_id is not distinct from p.credit_id and f.amount_fen is not distinct from p.amount_fen end) as whole
    from (select c.order_id, c.amount_fen as captured_fen, l.leg, l.order_id as own_order, l.account_id, l.leaf_id,
                 l.credit_id, l.amount_fen
            from capture c cross join lateral (select * from ledger_posting q where q.transaction_seq = c.seq offset 0) l) p
    full join leaf f on f.id = p.leaf_id
   group by 1)`;

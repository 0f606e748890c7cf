/** Common table expressions of straight-sql.ts: what the frozen parts, the legs and the balances of a range must be. */

/** What a line gives to others than households, each a leaf when it is not nothing. */
const PARTS = ["service", "packing", "freight", "platform"] as const;

/** `leaf` and `credit`: the frozen parts of the range. */
export const frozenSql = (range: string): string => `
leaf as materialized (
  select id, order_id, order_line_id, part, owner_id, credit_id, amount_fen,
         part || ':' || owner_id || case part when 'household' then ':expected' else '' end as account_id
    from sale_leaf where ${range}),
credit as materialized (
  select id, order_id, order_line_id, household_id, net_fen, service_fen, packing_fen, freight_fen, platform_fen
    from income_credit where ${range})`;

/** `divided`: whether the leaves of each line are those of its credits, and of its cooperative. */
export const dividedSql = (range: string): string => `
divided as materialized (
  select coalesce(l.order_id, f.order_id) as order_id,
         bool_and(coalesce(f.sound and f.count = ${PARTS.map((part) => `(coalesce(c.${part}_fen, 0) > 0)::int`).join(" + ")} + coalesce(c.credits, 0)
           + (l.cooperative_id is null)::int and f.household_fen = coalesce(c.net_fen, 0)
           and ${PARTS.map((part) => `f.${part}_fen = coalesce(c.${part}_fen, 0)`).join(" and ")}
           and f.unattributed_fen = case when l.cooperative_id is null then l.paid_fen else 0 end
           and (f.cooperative_id is null or f.cooperative_id = l.cooperative_id), false)) as whole
    from (select order_id, order_line_id, paid_fen, terms->>'cooperative_id' as cooperative_id from sale_line where ${range}) l
    full join (
      select x.order_id, x.order_line_id, count(*) as count, min(x.owner_id) filter (where x.part in ('service', 'packing', 'freight')) as cooperative_id,
             coalesce(min(x.owner_id) filter (where x.part in ('service', 'packing', 'freight'))
               = max(x.owner_id) filter (where x.part in ('service', 'packing', 'freight')), true)
             and bool_and(case when x.part = 'household'
               then x.id = k.id || ':household' and x.owner_id = k.household_id and x.amount_fen = k.net_fen
                 and x.order_line_id = k.order_line_id and x.order_id = k.order_id
               else x.credit_id is null and x.id = x.order_line_id || ':' || x.part and x.amount_fen > 0
                 and (x.part in ('service', 'packing', 'freight') or x.owner_id = 'platform') end) as sound,
             ${["household", "unattributed", ...PARTS].map((part) => `coalesce(sum(x.amount_fen) filter (where x.part = '${part}'), 0) as ${part}_fen`).join(", ")}
        from leaf x left join credit k on k.id = x.credit_id
       where x.order_line_id is not null group by x.order_id, x.order_line_id) f using (order_id, order_line_id)
    left join (
      select order_id, order_line_id, count(*) filter (where net_fen > 0) as credits, sum(net_fen) as net_fen,
             ${PARTS.map((part) => `sum(${part}_fen) as ${part}_fen`).join(", ")}
        from credit group by order_id, order_line_id) c using (order_id, order_line_id)
   group by 1)`;

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

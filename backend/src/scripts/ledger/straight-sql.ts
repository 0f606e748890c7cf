/**
 * The statements that hold a range of orders against what they should be, all orders of the range at once.
 * Most orders are straight: paid in one piece, never changed, nothing gone back, every credit moved whole from
 * state to state. What their rows must be follows from their frozen parts without replaying anything.
 *
 * NOTE: these statements only sort out. An order that does not fit, honest or not, is replayed leg by leg;
 * what is wrong with it is found and named there.
 */
import { CAPTURED, DIVIDED, frozenSql, movedSql } from "./straight-parts";
import { CLIMB, heldSql } from "./straight-steps";

/** The orders of a range: after $1, up to $2, or all that follow when it is the last range. */
const within = (isLast: boolean): string =>
  isLast ? "order_id > $1" : "order_id > $1 and order_id <= $2";

/** The last order of the next range; fewer orders than asked for when it is the last one. */
export const RANGE = `
select max(order_id) as upto, count(*)::int as orders
  from (select order_id from sale where order_id > $1 order by order_id limit $2) s`;

const CREDIT = `row(household_id, alias, division_code, linkage, category, weight_g, share_ppm, gross_fen, service_fen,
  packing_fen, freight_fen, platform_fen, net_fen, countable)::text`;

/** Each line of the range with its terms, and its credits as text; credits without a line as well. */
export const linesSql = (isLast: boolean): string => `
select order_id, order_line_id, l.quantity::float8 as quantity, l.paid_fen::float8 as paid_fen, l.terms::text as terms,
       l.quantity is not null as is_line, coalesce(c.parts, '') as credits
  from (select order_id, order_line_id, quantity, paid_fen, terms from sale_line where ${within(isLast)}) l
  full join (
    select order_id, order_line_id, case when bool_and(id = order_line_id || ':' || household_id) then
           string_agg(${CREDIT}, E'\n' order by household_id collate "C") else 'strange ids' end as parts
      from income_credit where ${within(isLast)} group by order_id, order_line_id) c using (order_id, order_line_id)`;

/**
 * Answers which orders of the range are not straight, and how many legs the straight ones have.
 */
export function straightSql(isLast: boolean): string {
  const range = within(isLast);
  const parts = [movedSql(range), frozenSql(range), DIVIDED, CAPTURED, CLIMB, heldSql(range)];
  return `
with ${parts.join(",")},
credits as materialized (select order_id, count(*) as credits from credit group by 1),
known as (
  select order_id from sale where ${range} union select order_id from moved
  union select order_id from captured union select order_id from held union select order_id from credits),
changed as (
  select order_id from sale_amendment where ${range} union select order_id from sale_leaf_void where ${range})
select coalesce(array_agg(order_id) filter (where not straight), '{}') as odd,
       coalesce(sum(legs) filter (where straight), 0)::float8 as legs
  from (
    select k.order_id, t.legs + coalesce(h.legs, 0) - coalesce(n.credits, 0) as legs,
           s.order_id is not null and coalesce(t.whole, false) and t.fen = c.amount_fen
             and coalesce(d.whole, false) and coalesce(h.whole, true) and coalesce(h.credits, 0) = coalesce(n.credits, 0) and g.order_id is null as straight
      from known k
      left join (select order_id from sale where ${range}) s on s.order_id = k.order_id
      left join capture c on c.order_id = k.order_id
      left join captured t on t.order_id = k.order_id
      left join divided d on d.order_id = k.order_id
      left join held h on h.order_id = k.order_id
      left join credits n on n.order_id = k.order_id
      left join changed g on g.order_id = k.order_id) x`;
}

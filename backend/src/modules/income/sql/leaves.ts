/** Leaves: the smallest parts of a sale. What follows from its lines and credits is read from them, not kept. */

/** The line that a leaf's id names; of a household's leaf it is the credit's id. */
const LEAF_LINE = `
create or replace function leaf_line(leaf_id text) returns text language sql immutable parallel safe
  return left(leaf_id, -1 - length(split_part(leaf_id, ':', -1)));
`;

/** What a line gives to others than households, from columns of the same names. */
const PARTS = `
  (values ('service', l.cooperative_id, s.service_fen), ('packing', l.cooperative_id, s.packing_fen),
          ('freight', l.cooperative_id, s.freight_fen), ('platform', 'platform', s.platform_fen),
          ('unattributed', 'platform', case when l.terms is null then l.paid_fen end)) v(part, owner_id, fen)`;

// A household's leaf is its credit's net, the leaves of a line's parties are what its credits gave for them, and a
// line without terms is nobody's. Only what the buyer paid beside the goods stands in a table.
/** `sale_leaf`: every leaf of every sale. Ask for one order at a time. */
const LEAVES = `
create or replace view sale_leaf as
select c.id || ':household' as id, c.order_id, c.order_line_id, 'household' as part, c.household_id as owner_id,
       c.id as credit_id, c.net_fen as amount_fen, l.amendment_id
  from income_credit c left join sale_line l on l.order_line_id = c.order_line_id
 where c.order_id is not null and c.net_fen > 0
union all
select l.order_line_id || ':' || v.part, l.order_id, l.order_line_id, v.part, v.owner_id, null, v.fen, l.amendment_id
  from sale_line l
 cross join lateral (
  select cast(sum(c.service_fen) as bigint) as service_fen, cast(sum(c.packing_fen) as bigint) as packing_fen,
         cast(sum(c.freight_fen) as bigint) as freight_fen, cast(sum(c.platform_fen) as bigint) as platform_fen
    from income_credit c where c.order_id = l.order_id and c.order_line_id = l.order_line_id) s
 cross join lateral ${PARTS}
 where v.fen > 0
union all
select id, order_id, null, part, owner_id, null, amount_fen, amendment_id from sale_apart;
`;

// A scalar subquery for each: nearly every leaf is a household's, and found by its credit alone. The part narrows
// the view to one of its branches.
/** SQL that is true when an order has a leaf, and the leaf that credit: all three are SQL. */
export const hasLeaf = (order_id: string, leaf_id: string, credit_id: string): string => `coalesce(
  case when ${leaf_id} = ${credit_id} || ':household'
       then (select c.net_fen > 0 and c.order_id = ${order_id} from income_credit c where c.id = ${credit_id})
       else (select f.credit_id is not distinct from ${credit_id} from sale_leaf f
              where f.order_id = ${order_id} and f.id = ${leaf_id} and f.part = split_part(${leaf_id}, ':', -1)) end, false)`;

// Refuses to go on where a leaf that is kept is not the one that follows: nobody knows then which of them is right.
/** Keeps of the leaves those that nothing else says, after every other has been found again from its credits. */
export const DERIVE_LEAVES = `
create table sale_apart (
  id text not null,
  order_id text not null,
  part text not null,
  owner_id text not null,
  amount_fen bigint not null,
  amendment_id text,
  primary key (order_id, id)
);
alter table sale_leaf rename to sale_leaf_kept;
insert into sale_apart (id, order_id, part, owner_id, amount_fen, amendment_id)
  select id, order_id, part, owner_id, amount_fen, amendment_id from sale_leaf_kept where order_line_id is null;
${LEAF_LINE}
${LEAVES}
do $$ declare odd text; begin
  select string_agg(x.order_id, ', ') into odd from (
    select order_id from (
      (select id, order_id, order_line_id, part, owner_id, credit_id, amount_fen, amendment_id from sale_leaf_kept
       except all select * from sale_leaf)
      union all
      (select * from sale_leaf
       except all select id, order_id, order_line_id, part, owner_id, credit_id, amount_fen, amendment_id from sale_leaf_kept)) d
     group by order_id order by order_id limit 5) x;
  if odd is not null then
    raise exception 'yigou:leaves_differ the leaves of % are not what their credits say; look at them with ledger:verify of the version before', odd
      using errcode = 'check_violation';
  end if;
end $$;
drop table sale_leaf_kept;
drop function if exists sale_leaf_guard();
`;

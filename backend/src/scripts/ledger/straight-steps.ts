/** Common table expressions of straight-sql.ts: the way of each credit from state to state, and what it holds. */

const ladder = [
  ["accept", "expected", "earned", "a"],
  ["settle", "earned", "settled", "s"],
  ["pay", "settled", "paid", "p"],
  ["confirm", "paid", "confirmed", "k"],
] as const;

/** A leg of a move as a letter: small for what left a state, large for what came to the next. */
const LETTER = `case x.kind ${ladder
  .map(
    ([kind, from, to, letter]) => `
      when '${kind}' then case when account_id = holder || ':${from}' and amount_fen = -net_fen then '${letter}'
                               when account_id = holder || ':${to}' and amount_fen = net_fen then '${letter.toUpperCase()}' end`,
  )
  .join("")} end`;

/** What a credit that has climbed so far holds in each state. */
const climbed = ["expected", "earned", "settled", "paid", "confirmed"] as const;
const RUNGS = climbed.map((_, at) =>
  ["c", ...ladder.slice(0, at).map(([, , , letter]) => letter + letter.toUpperCase())].join(""),
);
const HOLDS = climbed
  .map(
    (state, at) =>
      `b.${state}_fen = case when steps = '${RUNGS[at] ?? ""}' then net_fen else 0 end`,
  )
  .join(" and ");

/** `climb`: the legs of each credit as a word of letters, in the order of their transactions. */
export const CLIMB = `
climb as (
  select x.order_id, x.id, x.net_fen, count(*) as legs,
         string_agg(coalesce(case when x.transaction_seq = x.captured_seq then 'c' when x.leaf_id = x.id || ':household'
           and x.own_order = x.order_id then ${LETTER} end, '?'), '' order by x.transaction_seq, x.amount_fen) as steps
    from (
      select k.order_id, k.id, 'household:' || k.household_id as holder, k.net_fen, c.seq as captured_seq, p.transaction_seq,
             p.leaf_id, p.order_id as own_order, p.account_id, p.amount_fen,
             case when p.transaction_seq <> c.seq then
               (select m.kind from ledger_transaction m where m.seq = p.transaction_seq) end as kind
        from credit k
        join capture c on c.order_id = k.order_id
       cross join lateral (select * from ledger_posting q where q.credit_id = k.id offset 0) p) x
   group by x.order_id, x.id, x.net_fen)`;

/** `held`: whether each credit went up the ladder, and its balance says how far. */
export const heldSql = (range: string): string => `
held as materialized (
  select coalesce(m.order_id, b.order_id) as order_id, sum(m.legs) as legs,
         bool_and(coalesce(m.net_fen > 0 and b.credited_fen = m.net_fen and b.reversed_fen = 0 and ${HOLDS}
           and m.steps in (${RUNGS.map((rung) => `'${rung}'`).join(", ")}), false)) as whole,
         count(*) as credits
    from climb m full join (select * from credit_balance where ${range}) b on b.credit_id = m.id and b.order_id = m.order_id
   group by 1)`;

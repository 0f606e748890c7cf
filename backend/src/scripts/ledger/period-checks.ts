/** Checks of closed months: what was written down at the closing must be what the postings say. */

const FIGURES = [
  ["credited_fen", "p.amount_fen > 0 and t.kind in ('capture', 'amend', 'claim', 'entry')", "1"],
  [
    "reversed_fen",
    "p.amount_fen < 0 and t.kind in ('refund', 'amend', 'claim', 'entry_reversal')",
    "-1",
  ],
  ["earned_fen", "p.amount_fen > 0 and t.kind = 'accept'", "1"],
  ["settled_fen", "p.amount_fen > 0 and t.kind = 'settle'", "1"],
  ["confirmed_fen", "p.amount_fen > 0 and t.kind = 'confirm'", "1"],
] as const;

const differs = FIGURES.map(
  ([name, where, sign]) =>
    `(c.totals->>'${name}')::bigint <> coalesce(sum(${sign} * p.amount_fen) filter (where ${where}), 0)`,
).join("\n        or ");

/** What must never be found of closed months. */
export const periodChecks = [
  {
    reason: "the figures of a closed month differ from its postings",
    sql: `
select c.county_code || '/' || c.month as ref
  from ledger_period c
  left join (ledger_transaction t
    join ledger_posting p on p.transaction_seq = t.seq and account_kind(p.account_id) = 'household'
    join credit_balance b on b.credit_id = p.credit_id)
    on t.period = c.month and left(b.division_code, 6) = c.county_code
 group by c.county_code, c.month, c.totals
having ${differs}`,
  },
  {
    reason: "a transaction stands in a month that was closed before it was posted",
    sql: `
select distinct t.seq::text as ref
  from ledger_period c
  join ledger_transaction t on t.period = c.month and t.seq > (c.totals->>'head_seq')::bigint
  join ledger_posting p on p.transaction_seq = t.seq
  join credit_balance b on b.credit_id = p.credit_id and left(b.division_code, 6) = c.county_code`,
  },
] as const;

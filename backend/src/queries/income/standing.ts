/** Where figures of credits are read: the balances of the present, or the postings up to a past instant. */

/** A past instant by what had happened, by what was in the books, or by both; nothing for the present. */
export interface Past {
  as_of?: string | undefined;
  known_at?: string | undefined;
}

/** A source of credits as SQL with its bindings; it has the columns of `credit_balance`. */
export interface Standing {
  sql: string;
  values: Record<string, string | null>;
}

/** Whether a look at the past is asked for. */
export function isPast({ as_of, known_at }: Past): boolean {
  return as_of !== undefined || known_at !== undefined;
}

/**
 * The credits that fulfil a condition, as they stand or as they stood.
 *
 * @param past which instant
 * @param where a condition over `b`, a row of `credit_balance`, which names what never changes of it
 */
export function standingOf(past: Past, where: string): Standing {
  const values = { as_of: past.as_of ?? null, known_at: past.known_at ?? null };
  if (!isPast(past)) return { sql: `select * from credit_balance b where ${where}`, values };
  return { sql: PAST.replace("$where", () => where), values };
}

/** The condition that a transaction `t` belongs to the past that is looked at; always true for the present. */
export const UNTIL = `(cast(:as_of as timestamptz) is null or t.occurred_at <= cast(:as_of as timestamptz))
       and (cast(:known_at as timestamptz) is null or t.posted_at <= cast(:known_at as timestamptz))`;

const state = (name: string) =>
  `coalesce(sum(p.amount_fen) filter (where account_state(p.account_id) = '${name}'), 0) as ${name}_fen`;

// NOTE: sold_on, place, category and owner of a credit are frozen when it is made; only amounts move.
const PAST = `
select x.*, case when x.expected_fen > 0 then 'expected' when x.earned_fen > 0 then 'earned'
                 when x.settled_fen > 0 then 'settled' when x.paid_fen > 0 then 'paid'
                 when x.confirmed_fen > 0 then 'confirmed' else x.last_state end as state
  from (
    select b.credit_id, b.order_id, b.order_line_id, b.entry_id, b.household_id, b.division_code, b.cooperative_id,
           b.product_id, b.category, b.countable, b.sold_on,
           coalesce(sum(p.amount_fen) filter (where p.amount_fen > 0
             and t.kind in ('capture', 'amend', 'claim', 'entry')), 0) as credited_fen,
           coalesce(-sum(p.amount_fen) filter (where p.amount_fen < 0
             and t.kind in ('refund', 'amend', 'claim', 'entry_reversal')), 0) as reversed_fen,
           ${["expected", "earned", "settled", "paid", "confirmed"].map(state).join(",\n           ")},
           (array_agg(account_state(p.account_id) order by t.occurred_at desc, t.seq desc))[1] as last_state
      from credit_balance b
      join ledger_posting p on p.credit_id = b.credit_id and account_kind(p.account_id) = 'household'
      join ledger_transaction t on t.seq = p.transaction_seq
     where ($where)
       and ${UNTIL}
     group by b.credit_id
  ) x`;

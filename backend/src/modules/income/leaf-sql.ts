/**
 * The texts of transactions and their leaves, written by the database itself: one scan of the legs, no row
 * leaves the server to be sealed. The format is that of contract/proof.ts; PROOFS.md explains it.
 *
 * NOTE: no stored function, so that whoever verifies runs the text of this file, not what a changed
 * database calls by the same name.
 */

/** A class of accounts: the kind, and for households the state; never an owner. */
const CLASS = `split_part(p.account_id, ':', 1) ||
  case when p.account_id like 'household:%' then ':' || split_part(p.account_id, ':', 3) else '' end collate "C"`;

const LEG =
  "json_build_array(p.leg, p.account_id, p.order_id, p.leaf_id, p.credit_id, p.amount_fen)::text";

const HEAD = `json_build_array(t.idempotency_key, t.input_hash, t.order_id, t.payment_id, t.source_id, t.amount_fen,
  t.cause, t.reverses_seq, t.movement_no, t.occurred_at at time zone 'UTC', t.posted_at at time zone 'UTC', t.facts::text)::text`;

const LINE = `json_build_array('line', l.order_line_id, l.order_id, l.product_id, l.product_title, l.cooperative_id,
  l.cooperative_name, l.lot_code, l.quantity, l.paid_fen, l.return_days, l.terms::text)::text`;

const CREDIT = `json_build_array('credit', c.id, c.entry_id, c.household_id, c.alias, c.division_code, c.linkage,
  c.category, c.gross_fen, c.net_fen, c.countable)::text`;

const SALE =
  "json_build_array('sale', s.order_id, s.total_fen, s.sold_at at time zone 'UTC')::text";

const AMENDMENT = `json_build_array('amendment', a.id, a.order_id, a.version, a.after_seq, a.total_fen, a.document::text,
  a.standing::text, a.quantities::text, (select string_agg(v.leaf_id || ' ' || v.amount_fen, ',' order by v.leaf_id collate "C")
     from sale_leaf_void v where v.amendment_id = a.id))::text`;

/** Rows of a table, each on a line of its own, in the order of their ids; nothing when there are none. */
const lines = (row: string, id: string, from: string): string =>
  `coalesce((select E'\\n' || string_agg(${row}, E'\\n' order by ${id} collate "C") from ${from}), '')`;

// An amendment of before a capture has an earlier after_seq, a later one has not: the text never changes.
const AMENDED = {
  capture: "a.order_id = t.order_id and a.after_seq < t.seq",
  amend: "a.id = regexp_replace(t.source_id, ':[a-z]+$', '')",
} as const;

const amended = (which: keyof typeof AMENDED): string =>
  lines(AMENDMENT, "a.id", `sale_amendment a where ${AMENDED[which]}`) +
  " || " +
  lines(
    LINE,
    "l.order_line_id",
    `sale_amendment a join sale_line l on l.amendment_id = a.id and l.order_id = a.order_id where ${AMENDED[which]}`,
  );

/** Where a transaction is the first to post frozen rows, it carries them, so that they cannot change either. */
const FROZEN = `case
  when t.kind = 'capture' then ${lines(SALE, "s.order_id", "sale s where s.order_id = t.order_id")}
    || ${lines(LINE, "l.order_line_id", "sale_line l where l.order_id = t.order_id and l.amendment_id is null")}
    || ${amended("capture")}
  when t.kind in ('amend', 'claim') then ${amended("amend")}
  when t.kind = 'entry' then ${lines(CREDIT, "c.id", "income_credit c where c.id in (select p.credit_id from ledger_posting p where p.transaction_seq = t.seq)")}
  else '' end`;

const hex = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

/**
 * The leaves of some transactions.
 *
 * @param source SQL of the transactions: whole rows of ledger_transaction, without aliases beyond its own
 * @returns SQL that answers seq, legs, public_text, blind, sums, leaf
 */
export function leavesOf(source: string): string {
  return `
select x.*, sha256('\\x00'::bytea || convert_to(x.public_text, 'UTF8')) as leaf
  from (
  select w.seq, w.legs, w.blind, w.sums,
         E'yigou transaction 1\\nseq ' || w.seq || E'\\nkind ' || w.kind || E'\\nday ' || w.day || E'\\nperiod ' || w.period
         || E'\\ncorrects ' || coalesce(w.corrects_period::text, '-')
         || E'\\nsums ' || ${hex(`E'yigou sums 1\\nblind ' || w.blind || E'\\n' || w.sums`)}
         || E'\\nprivate ' || ${hex("w.private")} as public_text
    from (
    select t.seq, t.kind, t.period, t.corrects_period, legs.sums, legs.legs,
           to_char(t.occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
           ${hex("'yigou blind 1 ' || t.salt")} as blind,
           E'yigou private 1\\nsalt ' || t.salt || E'\\n' || ${HEAD} || E'\\n' || legs.lines || ${FROZEN} as private
      from (${source}) t
     cross join lateral (
      select coalesce(string_agg(c.class || ' ' || c.sum_fen, E'\\n' order by c.class), '') as sums,
             coalesce(string_agg(c.lines, E'\\n' order by c.class), '') as lines,
             coalesce(sum(c.legs), 0) as legs
        from (select ${CLASS} as class, sum(p.amount_fen) as sum_fen, count(*) as legs, string_agg(${LEG}, E'\\n' order by p.leg) as lines
                from ledger_posting p where p.transaction_seq = t.seq group by 1) c) legs) w) x`;
}

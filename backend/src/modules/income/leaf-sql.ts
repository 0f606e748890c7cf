/**
 * The texts of transactions and their leaves, written by the database itself: one scan of the legs, no row
 * leaves the server to be sealed. The format is that of contract/proof.ts; PROOFS.md explains it.
 *
 * NOTE: no stored function, so that whoever verifies runs the text of this file, not what a changed
 * database calls by the same name.
 */
import { type Form, FORMS, type FormName } from "./leaf-forms";

/** A class of accounts: the kind, and for households the state; never an owner. */
const CLASS = `case when p.account_id like 'household:%' then 'household:' || split_part(p.account_id, ':', 3)
  else split_part(p.account_id, ':', 1) end collate "C"`;

const LEG = ["p.leg", "p.account_id", "p.order_id", "p.leaf_id", "p.credit_id", "p.amount_fen"];

const HEAD = [
  ...[
    "t.idempotency_key",
    "t.input_hash",
    "t.order_id",
    "t.payment_id",
    "t.source_id",
    "t.amount_fen",
  ],
  ...["t.cause", "t.reverses_seq", "t.movement_no"],
  ...["t.occurred_at at time zone 'UTC'", "t.posted_at at time zone 'UTC'", "t.facts::text"],
];

const LINE = [
  ...[
    "'line'::text",
    "l.order_line_id",
    "l.order_id",
    "l.product_id",
    "l.product_title",
    "l.cooperative_id",
  ],
  ...[
    "l.cooperative_name",
    "l.lot_code",
    "l.quantity",
    "l.paid_fen",
    "l.return_days",
    "l.terms::text",
  ],
];

const CREDIT = [
  ...[
    "'credit'::text",
    "c.id",
    "c.entry_id",
    "c.household_id",
    "c.alias",
    "c.division_code",
    "c.linkage",
  ],
  ...["c.category", "c.gross_fen", "c.net_fen", "c.countable"],
];

const SALE = ["'sale'::text", "s.order_id", "s.total_fen", "s.sold_at at time zone 'UTC'"];

const AMENDMENT = [
  ...[
    "'amendment'::text",
    "a.id",
    "a.order_id",
    "a.version",
    "a.after_seq",
    "a.total_fen",
    "a.document::text",
  ],
  ...["a.standing::text", "a.quantities::text"],
  `(select string_agg(v.leaf_id || ' ' || v.amount_fen, ',' order by v.leaf_id collate "C")
     from sale_leaf_void v where v.amendment_id = a.id)`,
];

/** Rows of a table in the order of their ids; nothing when there are none. */
const rowsOf = (form: Form, row: readonly string[], id: string, from: string): string =>
  `coalesce((select ${form.opened(form.joined(form.row(row), `${id} collate "C"`))} from ${from}), ${form.nothing})`;

// An amendment of before a capture has an earlier after_seq, a later one has not: the text never changes.
const AMENDED = {
  capture: "a.order_id = t.order_id and a.after_seq < t.seq",
  amend: "a.id = regexp_replace(t.source_id, ':[a-z]+$', '')",
} as const;

// Most orders are never amended: that is asked once, and not for the amendments and again for their lines.
const amended = (form: Form, which: keyof typeof AMENDED): string => `case when exists (
    select 1 from sale_amendment a where ${AMENDED[which]})
  then ${rowsOf(form, AMENDMENT, "a.id", `sale_amendment a where ${AMENDED[which]}`)} || ${rowsOf(
    form,
    LINE,
    "l.order_line_id",
    `sale_amendment a join sale_line l on l.amendment_id = a.id and l.order_id = a.order_id where ${AMENDED[which]}`,
  )} else ${form.nothing} end`;

/** Where a transaction is the first to post frozen rows, it carries them, so that they cannot change either. */
const frozen = (form: Form): string => `case
  when t.kind = 'capture' then ${rowsOf(form, SALE, "s.order_id", "sale s where s.order_id = t.order_id")}
    || ${rowsOf(form, LINE, "l.order_line_id", "sale_line l where l.order_id = t.order_id and l.amendment_id is null")}
    || ${amended(form, "capture")}
  when t.kind in ('amend', 'claim') then ${amended(form, "amend")}
  when t.kind = 'entry' then ${rowsOf(form, CREDIT, "c.id", "income_credit c where c.id in (select p.credit_id from ledger_posting p where p.transaction_seq = t.seq)")}
  else ${form.nothing} end`;

const hex = (bytes: string): string => `encode(sha256(${bytes}), 'hex')`;
const utf8 = (text: string): string => `convert_to(${text}, 'UTF8')`;

/**
 * The leaves of some transactions, in the form of their blocks.
 *
 * @param source SQL of the transactions: whole rows of ledger_transaction, without aliases beyond its own
 * @param name how the private text is written; blocks keep theirs in `form`
 * @returns SQL that answers seq, legs, public_text, blind, sums, leaf
 */
export function leavesOf(source: string, name: FormName): string {
  const form = FORMS[name];
  // NOTE: "offset 0" keeps the planner from writing the blind, a hash, wherever it is read.
  return `
select x.*, sha256('\\x00'::bytea || ${utf8("x.public_text")}) as leaf
  from (
  select w.seq, w.legs, w.blind, w.sums,
         E'yigou transaction 1\\nseq ' || w.seq || E'\\nkind ' || w.kind || E'\\nday ' || w.day || E'\\nperiod ' || w.period
         || E'\\ncorrects ' || coalesce(w.corrects_period::text, '-')
         || E'\\nsums ' || ${hex(utf8(`E'yigou sums 1\\nblind ' || w.blind || E'\\n' || w.sums`))}
         || E'\\nprivate ' || w.private as public_text
    from (
    select t.seq, t.kind, t.period, t.corrects_period, legs.sums, legs.legs,
           to_char(t.occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
           ${hex(utf8("'yigou blind 1 ' || t.salt"))} as blind,
           ${hex(form.written("t.salt", form.row(HEAD), `legs.lines || ${frozen(form)}`))} as private
      from (${source}) t
     cross join lateral (
      select coalesce(string_agg(c.class || ' ' || c.sum_fen, E'\\n' order by c.class), '') as sums,
             coalesce(${form.joined("c.lines", "c.class")}, ${form.nothing}) as lines,
             coalesce(sum(c.legs), 0) as legs
        from (select ${CLASS} as class, sum(p.amount_fen) as sum_fen, count(*) as legs, ${form.joined(form.row(LEG), "p.leg")} as lines
                from ledger_posting p where p.transaction_seq = t.seq group by 1) c) legs
    offset 0) w) x`;
}

/**
 * The same for transactions of any blocks, each in the form of its own.
 *
 * @param source as above
 */
export function leavesOfAny(source: string): string {
  const own = `coalesce((select b.form from ledger_block b where b.upto > f.written_in order by b.upto limit 1), ${NEWEST})`;
  return ([1, 2] as const)
    .map((name) => leavesOf(`select * from (${source}) f where ${own} = ${name}`, name))
    .join("\nunion all\n");
}

/** The form of blocks that are sealed now. */
export const NEWEST: FormName = 2;

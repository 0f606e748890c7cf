/** A superuser with all guards switched off: whatever he changes is found and named. */
import { z } from "zod";

import { headersOf } from "../../../../backend/src/modules/income/seal";
import { type BigLedger, countRows, openBigLedger } from "./big-ledger";

let big: BigLedger;

beforeAll(async () => {
  big = await openBigLedger();
});

afterAll(() => big.close());

const moved = "a transaction was changed";

/** Each tampering with what must be said of it. */
const tamperings: readonly (readonly [string, string, string, string])[] = [
  [
    "one fen moved between two households of one transaction",
    `update ledger_posting set amount_fen = amount_fen + case when leg = (select min(leg) from ledger_posting
       where transaction_seq = 777 and account_id like 'household:%') then 1 else -1 end
      where transaction_seq = 777 and account_id like 'household:%'`,
    moved,
    "777",
  ],
  [
    "the household of a leg",
    "update ledger_posting set account_id = 'household:hh_other:expected' where transaction_seq = 42 and account_id like 'household:hh_lai:%'",
    moved,
    "42",
  ],
  [
    "the cause of a transaction",
    "update ledger_transaction set cause = 'gift' where seq = 1000",
    moved,
    "1000",
  ],
  [
    "the instant of a transaction, by a microsecond",
    "update ledger_transaction set occurred_at = occurred_at + interval '1 microsecond' where seq = 5",
    moved,
    "5",
  ],
  [
    "the salt alone",
    "update ledger_transaction set salt = gen_random_uuid() where seq = 6",
    moved,
    "6",
  ],
  [
    "the accounting month",
    "update ledger_transaction set period = 202612 where seq = 7",
    moved,
    "7",
  ],
  [
    "a leg removed",
    "delete from ledger_posting where transaction_seq = 300 and leg = 2",
    moved,
    "300",
  ],
  [
    "two legs that cancel each other out, inserted",
    `insert into ledger_posting (transaction_seq, leg, account_id, amount_fen)
     values (301, 98, 'buyers', -5), (301, 99, 'loss_pool', 5)`,
    moved,
    "301",
  ],
  [
    "a transaction removed with its legs",
    `delete from ledger_posting where transaction_seq = 900;
     delete from ledger_transaction where seq = 900`,
    "a transaction was removed",
    "900",
  ],
  [
    "a transaction inserted with the mark of an old one",
    `insert into ledger_transaction (seq, idempotency_key, input_hash, kind, order_id, amount_fen, occurred_at, period, written_in)
     overriding system value select 1000000, 'pay:x', 'h', 'pay', null, 5, now(), 202611, written_in
       from ledger_transaction where seq = 10;
     insert into ledger_posting (transaction_seq, leg, account_id, amount_fen)
     values (1000000, 1, 'buyers', -5), (1000000, 2, 'loss_pool', 5)`,
    "a transaction was inserted below a seal",
    "1000000",
  ],
  [
    "two transactions swapped",
    `alter table ledger_transaction alter column seq drop identity;
     update ledger_transaction set seq = -1 where seq = 20;
     update ledger_transaction set seq = 20 where seq = 21;
     update ledger_transaction set seq = 21 where seq = -1;
     update ledger_posting set transaction_seq = 41 - transaction_seq, leg = leg + 100 where transaction_seq in (20, 21);
     update ledger_posting set leg = leg - 100 where transaction_seq in (20, 21)`,
    "two transactions were swapped",
    "20 and 21",
  ],
  [
    "the frozen terms of a sale",
    `update sale_line set terms = jsonb_set(terms, '{contributors,0,household_id}', '"hh_cousin"')
      where order_line_id = 'line_big3'`,
    moved,
    "of line_big3",
  ],
  [
    "a frozen credit given to another household",
    "update income_credit set household_id = 'hh_cousin' where id = 'line_big4:hh_lai'",
    "a credit is not what its sale's terms say",
    "line_big4:hh_lai",
  ],
  [
    "a frozen credit removed",
    "delete from income_credit where id = 'line_big5:hh_lai'",
    "a credit of a sale is gone",
    "line_big5:hh_lai",
  ],
  [
    "the leaf of a block",
    "update ledger_block set leaves = set_byte(leaves, 32, get_byte(leaves, 32) # 1) where number = 2",
    "the root of a block is not that of its leaves",
    "block 2",
  ],
  [
    "the header of a block",
    "update ledger_block set sealed_at = sealed_at - interval '1 day' where number = 2",
    "the header of a block was changed",
    "block 2",
  ],
  [
    "a block removed from the middle",
    "delete from ledger_block where number = 2",
    "a block was removed",
    "block 2",
  ],
];

async function seqOf(line: string): Promise<string> {
  const { rows } = await big.desk.pg.raw<{ rows: unknown[] }>(
    "select t.seq from ledger_transaction t join sale_line l using (order_id) where t.kind = 'capture' and l.order_line_id = ?",
    [line],
  );
  return z.tuple([z.object({ seq: z.string() })]).parse(rows)[0].seq;
}

describe("in a ledger of ten thousand rows, a superuser's tampering", () => {
  it("is about that many rows, and nothing is found before", async () => {
    const { transactions, postings } = await countRows(big.desk);
    expect(postings).toBeGreaterThan(10_000);
    expect(transactions).toBe(1_800);
    expect(await big.afterTampering("select 1", { witness: big.witness })).toEqual([]);
  });

  it.each(tamperings)("is found and named: %s", async (_, sql, reason, ref) => {
    const named = ref.startsWith("of ") ? await seqOf(ref.slice(3)) : ref;
    const gaps = await big.afterTampering(sql);
    expect(gaps).toContainEqual({ reason, ref: named });
    const transactions = gaps.filter((gap) => gap.reason === moved).map((gap) => gap.ref);
    if (!named.startsWith("block")) expect(transactions.filter((seq) => seq !== named)).toEqual([]);
  });
});

/** Cuts everything from a block on, blocks and transactions alike, without a trace in the database. */
const CUT = `
delete from ledger_posting where transaction_seq in (select unnest(seqs) from ledger_block where number > 3);
delete from ledger_transaction where seq in (select unnest(seqs) from ledger_block where number > 3);
delete from ledger_block where number > 3`;

describe("a ledger whose tail was cut together with its blocks", () => {
  it("looks whole by itself: that is what heads are published for", async () => {
    const gaps = await big.afterTampering(CUT);
    expect(gaps.filter(({ reason }) => reason.includes("transaction"))).toEqual([]);
  });

  it("is found by a published head", async () => {
    const { rows } = await big.desk.pg.raw<{ rows: unknown[] }>(
      "select number, count, total, root, previous, sealed_at, hash from ledger_block order by number desc limit 1",
    );
    const head = headersOf(rows)[0]?.hash ?? "";
    const gaps = await big.afterTampering(CUT, { head });
    expect(gaps.map(({ ref }) => ref)).toContain(head);
    expect(await big.afterTampering("select 1", { head })).toEqual([]);
  });

  it("is found by the witness, which names the blocks", async () => {
    const gaps = await big.afterTampering(CUT, { witness: big.witness });
    const gone = gaps.filter(({ reason }) => reason === "a block that the witness saw is gone");
    expect(gone.length).toBeGreaterThanOrEqual(2);
    expect(gone[0]?.ref).toMatch(/^block 4 with \d+ entries$/);
  });
});

import { verifyLedger } from "../../../backend/src/scripts/ledger-verify";
import { openThreeOrders, type ThreeOrders } from "./three-orders";

let books: ThreeOrders;

beforeEach(async () => {
  books = await openThreeOrders();
});

afterEach(() => books.close());

describe("the verification of the ledger", () => {
  it("finds nothing where nothing was touched, and tells the figures to the fen", async () => {
    const { postings, ...figures } = await verifyLedger(books.root);
    expect(postings).toBeGreaterThan(20);
    expect(figures).toEqual({
      ok: true,
      transactions: 7,
      sum_fen: 0,
      captured_fen: 35_910,
      refunded_fen: 3990,
      credited_fen: 35_910,
      reversed_fen: 3990,
      household_credited_fen: 25_137,
      household_reversed_fen: 2793,
      loss_pool_fen: 0,
      blocks: 0,
      sealed: 0,
      unsealed: 7,
      head: null,
      gaps: [],
    });
  });

  it.each([
    [
      "one fen moved from one household to the other",
      `update ledger_posting set amount_fen = amount_fen + case when credit_id like '%zhong' then 1 else -1 end
        where account_id like 'household:%:expected' and order_id = 'order_v1'`,
    ],
    [
      "a posting removed",
      "delete from ledger_posting where (transaction_seq, leg) = (select transaction_seq, leg from ledger_posting order by 1 desc, 2 desc limit 1)",
    ],
    [
      "a transaction removed with its postings",
      `with gone as (delete from ledger_posting where transaction_seq = 2)
       delete from ledger_transaction where seq = 2`,
    ],
    [
      "a transaction invented",
      `with t as (insert into ledger_transaction (idempotency_key, input_hash, kind, order_id, payment_id, source_id, amount_fen, occurred_at, period, movement_no)
         values ('capture:capt_x', 'h', 'capture', 'order_v1', 'pay_v1', 'capt_x', 100, now(), 202611, 9) returning seq)
       insert into ledger_posting (transaction_seq, leg, account_id, order_id, amount_fen)
       select t.seq, x.leg, x.account_id, 'order_v1', x.amount_fen from t, (values (1, 'buyers', -100), (2, 'unattributed', 100)) x (leg, account_id, amount_fen)`,
    ],
    [
      "the households of two postings swapped",
      `update ledger_posting p set account_id = o.account_id from ledger_posting o
        where p.transaction_seq = 1 and o.transaction_seq = 1 and p.leg <> o.leg
          and p.account_id like 'household:%' and o.account_id like 'household:%'`,
    ],
    [
      "a balance raised",
      "update credit_balance set expected_fen = expected_fen + 1 where order_id = 'order_v1'",
    ],
    [
      "the frozen terms changed after the sale",
      `update sale_line set terms = jsonb_set(terms, '{service_ppm}', '100000') where order_id = 'order_v1'`,
    ],
    [
      "a delivered weight changed after the sale",
      `update sale_line set terms = jsonb_set(terms, '{contributors,0,weight_g}', '1') where order_id = 'order_v1'`,
    ],
    [
      "a capture that Medusa knows and the ledger does not",
      "delete from ledger_transaction where source_id = 'capt_v3'",
    ],
    ["a capture that grew in Medusa", "update capture set amount = 119.71 where id = 'capt_v1'"],
    ["a refund hidden from Medusa", "update refund set deleted_at = now()"],
  ])("finds %s", async (_, sql) => {
    await books.tamper(sql);
    const found = await verifyLedger(books.root);
    expect(found.ok).toBe(false);
    expect(found.gaps.length).toBeGreaterThan(0);
  });
});

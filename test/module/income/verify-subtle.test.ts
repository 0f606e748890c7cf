/** Tamperings that leave every sum as it was: nothing but the comparison row by row finds them. */
import { Client } from "pg";

import { verifyLedger } from "../../../backend/src/scripts/ledger-verify";
import { openThreeOrders, type ThreeOrders } from "./three-orders";

let books: ThreeOrders;

beforeEach(async () => {
  books = await openThreeOrders();
});

afterEach(() => books.close());

/** Each tampering with what must be said, and of what. */
const subtle: readonly (readonly [string, string, string, string])[] = [
  [
    "the credit of a leg, its account and amount left as they were",
    `update ledger_posting set credit_id = 'line_v1:hh_lai'
      where transaction_seq = 1 and account_id = 'household:hh_zhong:expected'`,
    "should hold",
    "transaction 1",
  ],
  [
    "one leg doubled and another of the same amount removed",
    `update ledger_posting p set account_id = o.account_id, leaf_id = o.leaf_id, credit_id = o.credit_id, amount_fen = o.amount_fen
       from ledger_posting o where p.transaction_seq = 1 and o.transaction_seq = 1
        and p.account_id like 'packing:%' and o.account_id like 'freight:%'`,
    "should hold",
    "transaction 1",
  ],
  [
    "the cooperative of a line",
    "update sale_line set cooperative_id = 'coop_other' where order_id = 'order_v1'",
    "line line_v1 is not divided by its frozen terms",
    "order_v1",
  ],
  [
    "a credit moved to a line that is not there",
    "update income_credit set order_line_id = 'line_gone' where id = 'line_v1:hh_lai'",
    "stands on no line of the order",
    "order_v1",
  ],
  [
    "the frozen alias of a household",
    "update income_credit set alias = 'hh_zhong家,(' where id = 'line_v1:hh_zhong'",
    "a credit is not what its sale's terms say",
    "line_v1:hh_zhong",
  ],
  [
    "a credit that does not count any more",
    "update income_credit set countable = false where id = 'line_v3:hh_lai'",
    "a credit is not what its sale's terms say",
    "line_v3:hh_lai",
  ],
  [
    "two states of one balance",
    "update credit_balance set paid_fen = 0, confirmed_fen = paid_fen where credit_id = 'line_v3:hh_lai'",
    "a balance differs from its postings",
    "line_v3:hh_lai",
  ],
  [
    "a step that was left out, its legs and all",
    `delete from ledger_posting where transaction_seq = (select seq from ledger_transaction where kind = 'settle');
     delete from ledger_transaction where kind = 'settle'`,
    "was not moved as it should be",
    "transaction",
  ],
  [
    "the order of two steps",
    `update ledger_transaction set kind = case kind when 'accept' then 'settle' else 'accept' end where kind in ('accept', 'settle')`,
    "was not moved as it should be",
    "transaction",
  ],
  [
    "legs on a household in another order's transaction",
    `insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen) values
       (1, 98, 'household:hh_lai:paid', 'order_v1', null, 'line_v3:hh_lai', 7), (1, 99, 'buyers', 'order_v1', null, null, -7)`,
    "a balance differs from its postings",
    "line_v3:hh_lai",
  ],
  [
    "the sale of an order gone",
    "delete from sale where order_id = 'order_v3'",
    "an order without a sale has entries",
    "order_v3",
  ],
  [
    "frozen terms that are none any more",
    "update sale_line set terms = '{}' where order_id = 'order_v1'",
    "the frozen rows of an order cannot be read",
    "order_v1",
  ],
];

describe("the verification of the ledger", () => {
  it.each(subtle)("finds and names %s", async (_, sql, reason, ref) => {
    await books.tamper(sql);
    const { gaps } = await verifyLedger(books.root);
    const said = gaps.filter((gap) => gap.reason.includes(reason) && gap.ref.startsWith(ref));
    expect(said, JSON.stringify(gaps)).not.toEqual([]);
  });

  it("says the same with a second connection beside it, in the snapshot of the first", async () => {
    await books.tamper(
      "update credit_balance set expected_fen = expected_fen + 1 where order_id = 'order_v1'",
    );
    const beside = new Client({ connectionString: books.database.superuserUrl });
    await beside.connect();
    const alone = await verifyLedger(books.root);
    const together = await verifyLedger(books.root, {}, undefined, beside);
    await beside.end();
    expect(together).toEqual(alone);
    expect(together.gaps).toHaveLength(2);
  });
});

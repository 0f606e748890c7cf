/** A row of the bank that no machine can place is paired by hand: to the fen, with a reason, by two people above a sum. */
import {
  bookingReplySchema,
  candidatesReplySchema,
  pairingReplySchema,
  reconciliationReplySchema,
  statementReplySchema,
} from "@yigou/backend/contract";
import { z } from "zod";

import { approve, contractFor, prepare, wageOf } from "../entries";
import { look } from "../ledger";
import { suppliersOf, until } from "../shop";
import { upload } from "../table/settlement-facts";
import { refusalOf, replyOf } from "../visitor";
import { type Counter, openCounter, voucherOf } from "./counter";

let counter: Counter;
let households: string[];
beforeAll(async () => {
  counter = await openCounter();
  households = await suppliersOf(counter.manager);
});
afterAll(() => counter.close());

let numbers = 0;

/** A wage that was paid through a settlement; answers its line. */
async function paidLine(amount_fen: number) {
  const { books, manager, payable, approved, shop } = counter;
  const members = { bookkeeper: books, manager };
  const household_id = households[numbers] ?? "";
  await contractFor(members, household_id);
  await approve(members, [await prepare(members, wageOf(household_id, amount_fen))]);
  const over = `update credit_due d set settles_at = now() - interval '1 minute'
    from credit_balance b where b.credit_id = d.credit_id and b.household_id = $1`;
  await until(
    async () => {
      await look(shop.house.database, z.unknown(), over, [household_id]);
      return payable();
    },
    ({ total_fen }) => total_fen >= amount_fen,
  );
  const { id, total_fen, lines } = await approved();
  numbers += 1;
  const voucher = voucherOf(total_fen, `HAND-${numbers.toString()}00`);
  replyOf(await books.post(`/cooperative/settlements/${id}/vouchers`, voucher), bookingReplySchema);
  const line = lines.find((one) => one.amount_fen === amount_fen);
  if (!line) throw new Error("the settlement has no line of the wage");
  return line;
}

/** What the bank says: an amount without reference, name or card. Answers the id of the row. */
async function bankSays(amount_fen: number): Promise<string> {
  numbers += 1;
  const serial = `H${numbers.toString()}`;
  const row = `2026-11-22,${(amount_fen / 100).toFixed(2)},,,转账,${serial}`;
  const csv = `交易日期,支出金额,收入金额,对方户名,附言,流水号\n${row}`;
  const { books } = counter;
  const sent = { body: upload(csv, "s.csv", "text/csv") };
  replyOf(await books.send("POST", "/cooperative/bank-statements", sent), statementReplySchema);
  const { comparisons } = await side("bank");
  return comparisons.find((one) => one.row?.serial === serial)?.row?.id ?? "";
}

const side = async (name: string) =>
  replyOf(
    await counter.books.get(`/cooperative/reconciliation?limit=100&side=${name}`),
    reconciliationReplySchema,
  );

describe("a small amount", () => {
  it("is paired by one person to the same fen, once, and by nobody else's cooperative", async () => {
    const { books, other } = counter;
    const line = await paidLine(33_310);
    const [row, off] = [await bankSays(33_310), await bankSays(33_311)];
    const path = `/cooperative/bank-rows/${row}`;
    const found = replyOf(await books.get(`${path}/candidates`), candidatesReplySchema);
    expect(found.candidates.map((one) => one.id)).toEqual([line.id]);
    expect(refusalOf(await other.get(`${path}/candidates`))).toBe("404 not_found");
    const body = { line_id: line.id, reason: "银行把附言截掉了" };
    expect(refusalOf(await other.post(`${path}/pairing`, body))).toBe("404 not_found");
    expect(refusalOf(await books.post(`${path}/pairing`, { ...body, reason: " " }))).toBe(
      "400 invalid_input",
    );
    const wrong = await books.post(`/cooperative/bank-rows/${off}/pairing`, body);
    expect(refusalOf(wrong)).toBe("409 pair_unfit");
    const twice = await Promise.all([1, 2].map(() => books.post(`${path}/pairing`, body)));
    expect(twice.map((one) => one.status).toSorted()).toEqual([200, 409]);
    const { comparisons } = await side("matched");
    expect(comparisons.find((one) => one.row?.id === row)).toMatchObject({
      basis: "manual",
      decided: true,
      reason: "银行把附言截掉了",
      line: { id: line.id },
    });
    expect((await side("ledger")).comparisons.map((one) => one.line?.id)).not.toContain(line.id);
  });
});

describe("above the sum of the place's rule", () => {
  it("a second person in another role confirms what the first has paired", async () => {
    const { books, manager, other } = counter;
    const line = await paidLine(612_300);
    const row = await bankSays(612_300);
    const path = `/cooperative/bank-rows/${row}/pairing`;
    const body = { line_id: line.id, reason: "银行没有带附言，电话核实过" };
    expect(replyOf(await books.post(path, body), pairingReplySchema).state).toBe("proposed");
    expect(refusalOf(await books.post(path, body))).toBe("409 match_decided");
    const { comparisons } = await side("proposed");
    const pair = comparisons.find((one) => one.row?.id === row);
    expect(pair).toMatchObject({ basis: "manual", decided: false, line: { id: line.id } });
    expect(pair?.made_by).toBeTruthy();
    const decide = `/cooperative/reconciliation/${pair?.match_id ?? ""}/decision`;
    expect(refusalOf(await books.post(decide, { decision: "confirm" }))).toBe("409 same_person");
    expect(refusalOf(await other.post(decide, { decision: "confirm" }))).toBe("404 not_found");
    replyOf(await manager.post(decide, { decision: "confirm" }), z.unknown());
    expect(refusalOf(await manager.post(decide, { decision: "confirm" }))).toBe(
      "409 match_decided",
    );
  });

  it("what the second person turns down may be paired again, with a reason", async () => {
    const { books, manager } = counter;
    const line = await paidLine(621_400);
    const row = await bankSays(621_400);
    const path = `/cooperative/bank-rows/${row}/pairing`;
    const body = { line_id: line.id, reason: "应该是这一户" };
    replyOf(await manager.post(path, body), pairingReplySchema);
    const pairOf = async () =>
      (await side("proposed")).comparisons.find((one) => one.row?.id === row)?.match_id ?? "";
    const decide = `/cooperative/reconciliation/${await pairOf()}/decision`;
    replyOf(await books.post(decide, { decision: "reject" }), z.unknown());
    expect(await pairOf()).toBe("");
    expect(replyOf(await books.post(path, body), pairingReplySchema).state).toBe("proposed");
    const again = `/cooperative/reconciliation/${await pairOf()}/decision`;
    replyOf(await manager.post(again, { decision: "confirm" }), z.unknown());
  });
});

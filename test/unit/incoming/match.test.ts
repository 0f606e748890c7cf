/** Which arrived money may pay which order. */
import {
  type Arrival,
  bankReferenceOf,
  matchArrivals,
  transferReferenceIn,
} from "../../../backend/src/modules/incoming/match";

const row = (id: string, left_fen: number, reference: string | null = null): Arrival => ({
  id,
  booked_on: "2026-11-22",
  in_fen: left_fen,
  left_fen,
  serial: `S${id}`,
  remark: null,
  payer_masked: null,
  reference,
});
const order = (order_id: string, due_fen: number) => ({
  order_id,
  due_fen,
  reference: `YG-${order_id.toUpperCase().padEnd(8, "2")}`,
});

describe("the reference of an order", () => {
  it.each([
    "YG-ABCD2345",
    "货款 yg-abcd2345 谢谢",
    "ＹＧ－ＡＢＣＤ２３４５",
    "YG ABCD2345",
    "YGABCD2345",
    "YG—ABCD 2345",
    "附言：YG：ABCD2345。",
  ])("is found in %s", (remark) => {
    expect(transferReferenceIn(remark)).toBe("YG-ABCD2345");
  });

  it.each(["", "货款", "YG-ABCD", "YG-ABCD0345", "JS202611-003-0001"])(
    "is not found in %s",
    (remark) => {
      expect(transferReferenceIn(remark)).toBeNull();
    },
  );
});

describe("arrived money", () => {
  it("is proposed by its reference, and too little and too much are named", () => {
    const awaited = [order("a", 100), order("b", 100), order("c", 100)];
    const rows = [
      row("1", 100, awaited[0]?.reference),
      row("2", 60, awaited[1]?.reference),
      row("3", 150, awaited[2]?.reference),
    ];
    const { proposals, left } = matchArrivals(rows, awaited);
    expect(proposals.map(({ standing, difference_fen }) => [standing, difference_fen])).toEqual([
      ["exact", 0],
      ["partial", -40],
      ["over", 50],
    ]);
    expect(left).toEqual([]);
  });

  it("in two parts pays one order together", () => {
    const awaited = [order("a", 100)];
    const rows = [row("1", 60, awaited[0]?.reference), row("2", 40, awaited[0]?.reference)];
    const { proposals } = matchArrivals(rows, awaited);
    expect(proposals).toMatchObject([{ standing: "exact", rows: [{ id: "1" }, { id: "2" }] }]);
  });

  it("without a reference is proposed by an amount that only one row and one order has", () => {
    const { proposals } = matchArrivals([row("1", 100)], [order("a", 100), order("b", 70)]);
    expect(proposals).toMatchObject([{ basis: "amount", order: { order_id: "a" } }]);
  });

  it("without a reference is not guessed where two rows or two orders are alike", () => {
    const alike = matchArrivals([row("1", 100)], [order("a", 100), order("b", 100)]);
    expect(alike.proposals).toEqual([]);
    const both = matchArrivals([row("1", 100), row("2", 100)], [order("a", 100)]);
    expect(both.proposals).toEqual([]);
    expect(both.left.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("with the reference of another order pays no order by its amount", () => {
    const { proposals, left } = matchArrivals([row("1", 100, "YG-ZZZZ9999")], [order("a", 100)]);
    expect(proposals).toEqual([]);
    expect(left).toHaveLength(1);
  });
});

it("keeps the bank's own number of one row, and makes one number of several, in any order", () => {
  const [one, two] = [row("1", 60), row("2", 40)];
  expect(bankReferenceOf([{ id: "1", serial: "BK-20261122" }])).toBe("BK-20261122");
  expect(bankReferenceOf([{ id: "1", serial: "流水 1" }])).toMatch(/^RK-[0-9a-f]{20}$/);
  expect(bankReferenceOf([one, two])).toBe(bankReferenceOf([two, one]));
  expect(bankReferenceOf([one, two])).not.toBe(bankReferenceOf([one]));
});

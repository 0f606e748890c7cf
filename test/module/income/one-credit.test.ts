/** A capture that goes to one credit as a whole: the database makes the legs. */
import { z } from "zod";

import { captureArguments } from "../../../backend/src/modules/income/documents";
import { headOf } from "../../../backend/src/modules/income/known";
import { capturePostings } from "../../../backend/src/modules/income/postings";
import { orangeLine, orangeSale } from "../../unit/income/sale";
import { capture, type Desk, openDesk } from "./desk";

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

const at = "2026-11-20T03:00:00Z";
/** In a month that is over. */
const LATE = "2026-10-20T03:00:00Z";
const FEN = 11_970;
let count = 0;

/** An order of one household that nothing is taken off from. */
async function soldByOne() {
  count += 1;
  const id = `one_${count.toString()}`;
  const line = orangeLine({ order_line_id: `line_${id}` });
  const terms = line.terms && {
    ...line.terms,
    ...{ service_ppm: 0, packing_fen: 0, freight_fen: 0 },
    contributors: line.terms.contributors.slice(0, 1),
  };
  await desk.ledger.freeze(orangeSale({ order_id: id, lines: [{ ...line, terms }] }));
  return { order_id: id, credit_id: `line_${id}:hh_zhong` };
}

interface Told {
  source_id?: string | null;
  hash?: string;
  order_id?: string | null;
  amount_fen?: number;
  occurred_at?: string;
  movement_no?: number | null;
}

/** Tells `ledger_capture` of a capture of an order; answers its number. */
async function post(order: string, credit_id: string, changes: Told = {}): Promise<number> {
  const head = { ...headOf("capture", capture(order)), movement_no: 1, ...changes };
  const { source_id, hash, order_id, payment_id, amount_fen, occurred_at, movement_no } = head;
  const { rows } = await desk.pg.raw<{ rows: unknown[] }>(
    "select ledger_capture(?, ?, ?, ?, ?, ?, 'payment', ?, ?)::int as seq",
    [source_id, hash, order_id, payment_id, amount_fen, occurred_at, movement_no, credit_id],
  );
  return z.tuple([z.object({ seq: z.number() })]).parse(rows)[0].seq;
}

function legsOf(order_id: string): Promise<object[]> {
  return desk
    .pg("ledger_posting")
    .where({ order_id })
    .orderBy("leg")
    .select<object[]>("leg", "account_id", "leaf_id", "credit_id", "amount_fen");
}

const legsTo = (credit_id: string) => [
  { leg: 1, account_id: "buyers", leaf_id: null, credit_id: null, amount_fen: `-${FEN}` },
  {
    ...{ leg: 2, account_id: "household:hh_zhong:expected", leaf_id: `${credit_id}:household` },
    ...{ credit_id, amount_fen: FEN.toString() },
  },
];

describe("a capture that goes to one credit", () => {
  it("has both legs, and the credit's balance follows", async () => {
    const { order_id, credit_id } = await soldByOne();
    await desk.ledger.credit(capture(order_id));
    expect(await legsOf(order_id)).toEqual(legsTo(credit_id));
    expect(await desk.balances(order_id)).toMatchObject([
      { credit_id, credited_fen: FEN, expected_fen: FEN, reversed_fen: 0 },
    ]);
  });

  it("is posted once; under the same key other figures are refused", async () => {
    const { order_id, credit_id } = await soldByOne();
    const seq = await post(order_id, credit_id);
    expect(await post(order_id, credit_id)).toBe(-seq);
    expect(await desk.ledger.credit(capture(order_id))).toEqual({ seq, replayed: true });
    const other = post(order_id, credit_id, { hash: "other", amount_fen: 1 });
    await expect(other).rejects.toThrow("yigou:ledger_key_reused");
    expect(await legsOf(order_id)).toEqual(legsTo(credit_id));
  });

  it("is refused on the ground of another capture", async () => {
    const { order_id, credit_id } = await soldByOne();
    await post(order_id, credit_id);
    const second = post(order_id, credit_id, { source_id: "second" });
    await expect(second).rejects.toThrow("ledger_transaction_movement");
    expect(await desk.transactions(order_id)).toBe(1);
  });

  it("is refused where the credit is another order's, or nobody's", async () => {
    const { order_id } = await soldByOne();
    const { credit_id: foreign } = await soldByOne();
    for (const credit_id of [foreign, "line_nowhere:hh_zhong"]) {
      for (const occurred_at of [at, LATE]) {
        const wrong = post(order_id, credit_id, { occurred_at });
        await expect(wrong).rejects.toThrow("yigou:ungrounded");
      }
    }
    expect(await desk.transactions(order_id)).toBe(0);
  });

  it.each([
    [{ amount_fen: 0 }],
    [{ amount_fen: -5 }],
    [{ movement_no: 0 }],
    [{ movement_no: null }],
    [{ order_id: null }],
    [{ amount_fen: 0, occurred_at: LATE }],
    [{ movement_no: null, occurred_at: LATE }],
  ])("is refused with %o", async (wrong) => {
    const { order_id, credit_id } = await soldByOne();
    const refused = post(order_id, credit_id, wrong);
    await expect(refused).rejects.toThrow(/yigou:(unsound|ledger_unbalanced)/);
    expect(await desk.transactions(order_id)).toBe(0);
  });

  it("is refused without an id of its own", async () => {
    const { order_id, credit_id } = await soldByOne();
    await expect(post(order_id, credit_id, { source_id: null })).rejects.toThrow("not-null");
    expect(await desk.transactions(order_id)).toBe(0);
  });

  it("lands in the first open month when it comes late", async () => {
    const { order_id, credit_id } = await soldByOne();
    const county_code = "360722";
    await desk.ledger.closePeriod({ county_code, month: 202609, official_id: "off" });
    const late = { ...capture(order_id), at: "2026-09-20T03:00:00Z" };
    const { seq } = await desk.ledger.credit(late);
    expect(await desk.ledger.credit(late)).toEqual({ seq, replayed: true });
    expect(await post(order_id, credit_id, { occurred_at: late.at })).toBe(-seq);
    const heads: unknown[] = await desk
      .pg("ledger_transaction")
      .where({ order_id })
      .select("period", "corrects_period");
    expect(heads).toEqual([{ period: 202610, corrects_period: 202609 }]);
    expect(await legsOf(order_id)).toEqual(legsTo(credit_id));
  });
});

describe("what the database is told of a capture", () => {
  const leaf = (credit_id: string) => ({
    ...{ id: `${credit_id}:household`, order_line_id: "l", owner_id: "h", credit_id },
    ...{ part: "household" as const, amount_fen: 90, captured_fen: 0, reversed_fen: 0 },
  });
  const head = (amount_fen: number) => ({
    ...{ ...headOf("capture", capture("o", amount_fen)), cause: "payment" },
    ...{ facts: {}, movement_no: 2 },
  });
  const told = (amount_fen: number, credits: readonly string[], changes: object = {}) =>
    captureArguments(
      { ...head(amount_fen), ...changes },
      capturePostings("o", amount_fen, credits.map(leaf)),
    );

  it("is its credit, when it goes to one as a whole", () => {
    const { hash } = head(90);
    const by = [90, at, "payment", 2, "l:h"];
    expect(told(90, ["l:h"])).toEqual(["capt_o", hash, "o", "pay_o", ...by]);
  });

  it("is its legs in every other case", () => {
    expect(told(100, ["l:h"])).toBeNull();
    expect(told(180, ["l:h", "l:i"])).toBeNull();
    expect(told(90, [])).toBeNull();
    expect(told(90, ["l:h"], { kind: "refund" })).toBeNull();
    expect(told(90, ["l:h"], { facts: { why: "x" } })).toBeNull();
    expect(told(90, ["l:h"], { seen: {} })).toBeNull();
    expect(told(90, ["l:h"], { movement_no: undefined })).toBeNull();
  });
});

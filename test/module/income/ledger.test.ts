import { capture, type Desk, openDesk, refund } from "./desk";
import { orangeLine, orangeSale } from "../../unit/income/sale";

let desk: Desk;
let ledger: Desk["ledger"];

beforeAll(async () => {
  desk = await openDesk();
  ledger = desk.ledger;
});

afterAll(() => desk.close());

describe("a capture", () => {
  it("credits each household once, however often it is announced", async () => {
    const { order_id } = await desk.sold();
    const first = await ledger.credit(capture(order_id));
    const again = await ledger.credit(capture(order_id));
    expect(again).toEqual({ seq: first.seq, replayed: true });
    expect((await desk.balances(order_id)).map((row) => row.expected_fen)).toEqual([5195, 3184]);
    expect(await desk.transactions(order_id)).toBe(1);
  });

  it("credits once when twenty announcements come at the same time", async () => {
    const { order_id } = await desk.sold();
    const posted = await Promise.all(
      Array.from({ length: 20 }, () => ledger.credit(capture(order_id))),
    );
    expect(posted.filter((one) => !one.replayed)).toHaveLength(1);
    expect(await desk.transactions(order_id)).toBe(1);
  });

  it("is refused when the same capture comes back with another amount", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    await expect(ledger.credit(capture(order_id, 11_971))).rejects.toMatchObject({
      code: "ledger_key_reused",
    });
    expect(await desk.transactions(order_id)).toBe(1);
  });

  it("is divided by the sale that was frozen first, whatever is frozen later", async () => {
    const { order_id, line_id } = await desk.sold();
    const line = orangeLine({ order_line_id: line_id });
    const generous = line.terms && { ...line.terms, service_ppm: 900_000 };
    await ledger.freeze(orangeSale({ order_id, lines: [{ ...line, terms: generous }] }));
    await ledger.credit(capture(order_id));
    expect((await desk.balances(order_id)).map((row) => row.expected_fen)).toEqual([5195, 3184]);
  });
});

describe("a refund", () => {
  it("takes the credit back as if it never happened", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    await ledger.reverse(refund(order_id, 11_970));
    for (const row of await desk.balances(order_id)) {
      expect(row.expected_fen).toBe(0);
      expect(row.reversed_fen).toBe(row.credited_fen);
    }
  });

  it("of more than is left is refused and changes nothing", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    await ledger.reverse(refund(order_id, 7000));
    const before = await desk.balances(order_id);
    await expect(ledger.reverse(refund(order_id, 4971, "2"))).rejects.toMatchObject({
      code: "over_refund",
    });
    expect(await desk.balances(order_id)).toEqual(before);
  });

  it("of the whole wins once among twenty at the same time", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    const tries = Array.from({ length: 20 }, (_, i) =>
      ledger.reverse(refund(order_id, 11_970, i.toString())),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await desk.transactions(order_id)).toBe(2);
  });

  it("never claws back what the household was paid", async () => {
    const { order_id, households } = await desk.sold();
    await ledger.credit(capture(order_id));
    await walk(order_id, households[0]);
    await ledger.reverse(refund(order_id, 11_970));
    const [zhong, lai] = await desk.balances(order_id);
    expect(zhong?.paid_fen).toBe(5195);
    expect(zhong?.reversed_fen).toBe(0);
    expect(lai?.settled_fen).toBe(0);
    expect(lai?.reversed_fen).toBe(3184);
  });
});

const at = "2026-11-25T00:00:00Z";

/** Walks an order to settled, and pays one household. */
async function walk(order_id: string, household_id: string): Promise<void> {
  const common = { at, order_id, cause: "test", facts: {} };
  await ledger.move(
    { ...common, key: `a:${order_id}`, kind: "accept", from: "expected", to: "earned" },
    { order_id },
  );
  await ledger.move(
    { ...common, key: `s:${order_id}`, kind: "settle", from: "earned", to: "settled" },
    { order_id },
  );
  await ledger.move(payMove(order_id), { household_id }, 5195);
}

function payMove(reference: string) {
  const facts = { reference };
  return {
    at,
    order_id: null,
    cause: "voucher",
    facts,
    key: `pay:${reference}`,
    kind: "pay",
    from: "settled",
    to: "paid",
  } as const;
}

describe("the walk of a credit", () => {
  it("does not settle before the return window is over", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    const common = { order_id, cause: "test", facts: {} };
    await ledger.move(
      { ...common, at, key: `a:${order_id}`, kind: "accept", from: "expected", to: "earned" },
      { order_id },
    );
    const settle = { ...common, kind: "settle", from: "earned", to: "settled" } as const;
    const early = await ledger.move(
      { ...settle, at, key: `s1:${order_id}` },
      { order_id, settles_by: "2026-11-27T23:59:59Z" },
    );
    const late = await ledger.move(
      { ...settle, at, key: `s2:${order_id}` },
      { order_id, settles_by: "2026-11-28T00:00:00Z" },
    );
    expect(early).toEqual({ moved: 0, amount_fen: 0 });
    expect(late).toEqual({ moved: 2, amount_fen: 8379 });
  });

  it("refuses to pay another sum than is payable, and pays a voucher once", async () => {
    const { order_id, households } = await desk.sold();
    await ledger.credit(capture(order_id));
    await walk(order_id, households[0]);
    const filter = { household_id: households[1] };
    await expect(ledger.move(payMove(`v-${order_id}`), filter, 3183)).rejects.toMatchObject({
      code: "amount_differs",
    });
    expect(await ledger.move(payMove(`v-${order_id}`), filter, 3184)).toEqual({
      moved: 1,
      amount_fen: 3184,
    });
    expect(await ledger.move(payMove(`v-${order_id}`), filter, 3184)).toEqual({
      moved: 1,
      amount_fen: 3184,
    });
    expect((await desk.balances(order_id))[1]?.paid_fen).toBe(3184);
  });
});

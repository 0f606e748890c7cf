/** Money of a settlement: booked once however often it is tried, and what did not arrive is payable again. */
import { COOPERATIVE, at, books, openSettlements, type SettlementDesk, sumOf } from "./desk";

let desk: SettlementDesk;
beforeAll(async () => {
  desk = await openSettlements();
});
afterAll(() => desk.close());

describe("a voucher", () => {
  it("is for the sum of its lines, under a reference of its own", async () => {
    const { id, lines } = await desk.approved();
    const voucher = desk.voucherOf(id, sumOf(lines));
    await expect(desk.settlements.voucher({ ...voucher, amount_fen: 1 })).rejects.toMatchObject({
      refusal: "amount_differs",
      facts: { due_fen: sumOf(lines) },
    });
    const first = await desk.settlements.voucher(voucher);
    expect(await desk.settlements.voucher(voucher)).toBe(first);
    const { id: other, lines: others } = await desk.approved();
    const reused = { ...desk.voucherOf(other, sumOf(others)), reference: voucher.reference };
    await expect(desk.settlements.voucher(reused)).rejects.toMatchObject({
      refusal: "voucher_reused",
    });
  });

  it("pays nothing of a settlement that nobody approved", async () => {
    const { id } = await desk.settlements.prepare(desk.draftOf(await desk.payable()));
    const due = sumOf(await desk.settlements.pending(id));
    await expect(desk.settlements.voucher(desk.voucherOf(id, due))).rejects.toMatchObject({
      refusal: "state_conflict",
    });
  });

  it("is booked once, line by line, when a crash cuts it off between the ledger and the line", async () => {
    const { id, lines, sale } = await desk.approved();
    await desk.settlements.voucher(desk.voucherOf(id, sumOf(lines)));
    const [first] = await desk.book(id, 1);
    expect(await desk.settlements.unfinished(10, id)).toHaveLength(2);
    const seqs = await desk.book(id);
    expect(seqs[0]).toBe(first);
    expect(await desk.settlements.unfinished(10, id)).toEqual([]);
    const paid = await desk
      .pg("ledger_transaction")
      .where({ kind: "pay" })
      .whereRaw("idempotency_key = any(?)", [lines.map((line) => `pay:${line.id}`)]);
    expect(paid).toHaveLength(2);
    expect((await desk.balances(sale.order_id)).map((credit) => credit.settled_fen)).toEqual([
      0, 0,
    ]);
    expect(await desk.settlements.head(COOPERATIVE, id)).toMatchObject({ status: "closed" });
  });

  it("books a hundred times at once what is booked once", async () => {
    const { id, lines } = await desk.approved();
    await desk.settlements.voucher(desk.voucherOf(id, sumOf(lines)));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => desk.book(id).catch(() => [])),
    );
    expect(answers.some((seqs) => seqs.length === 2)).toBe(true);
    const paid = await desk
      .pg("ledger_transaction")
      .whereRaw("idempotency_key = any(?)", [lines.map((line) => `pay:${line.id}`)]);
    expect(paid).toHaveLength(2);
  });
});

const word = (line_id: string) => ({
  cooperative_id: COOPERATIVE,
  line_id,
  reason: "账号有误",
  by: books,
  at,
});

describe("a line that the bank refused", () => {
  it("says why, and its credits are payable again at once; the others are paid", async () => {
    const { id, lines, sale } = await desk.approved();
    const [wrong, right] = lines;
    await desk.settlements.fail(word(wrong?.id ?? ""));
    await expect(desk.settlements.fail(word(wrong?.id ?? ""))).rejects.toMatchObject({
      refusal: "line_not_pending",
    });
    await desk.settlements.voucher(desk.voucherOf(id, right?.amount_fen ?? 0));
    await desk.book(id);
    const again = desk.draftOf(sale);
    const only = again.lines.filter((line) => line.household_id === wrong?.household_id);
    await desk.settlements.prepare({ ...again, lines: only });
    expect(await desk.settlements.head(COOPERATIVE, id)).toMatchObject({ status: "closed" });
  });
});

describe("a transfer that came back", () => {
  const back = (
    line: { id: string; credits: { credit_id: string; amount_fen: number }[] },
    seq: number,
  ) => ({
    key: `bounce:${line.id}`,
    holder: line.id,
    items: line.credits,
    reverses_seq: seq,
    cause: "transfer_returned",
    at,
    facts: { line_id: line.id },
  });

  it("is answered by a posting that names it, once, and is payable again", async () => {
    const { id, lines, sale } = await desk.approved();
    await desk.settlements.voucher(desk.voucherOf(id, sumOf(lines)));
    const [seq = 0] = await desk.book(id);
    const [line] = lines;
    if (!line) throw new Error("no line");
    await desk.settlements.startReturn({ ...word(line.id), returned_on: "2026-11-26" });
    const first = await desk.ledger.bounce(back(line, seq));
    expect(await desk.ledger.bounce(back(line, seq))).toEqual({ ...first, replayed: true });
    await desk.settlements.finishReturn(line.id, first.seq);
    const posted: unknown = await desk.pg("ledger_transaction").where({ seq: first.seq }).first();
    expect(posted).toMatchObject({ kind: "bounce", reverses_seq: String(seq) });
    const due = desk.draftOf(sale).lines.filter((one) => one.household_id === line.household_id);
    await desk.settlements.prepare({ ...desk.draftOf(sale), lines: due });
  });

  it("is refused for what the household has confirmed", async () => {
    const { id, lines, sale } = await desk.approved();
    await desk.settlements.voucher(desk.voucherOf(id, sumOf(lines)));
    const [seq = 0] = await desk.book(id);
    await desk.ledger.move(
      {
        key: `confirm:${id}`,
        kind: "confirm",
        from: "paid",
        to: "confirmed",
        at,
        order_id: null,
        cause: "page",
        facts: {},
      },
      { order_id: sale.order_id },
    );
    const [line] = lines;
    if (!line) throw new Error("no line");
    await expect(desk.ledger.bounce(back(line, seq))).rejects.toMatchObject({
      refusal: "transfer_confirmed",
    });
  });

  it("is not said of a line that was never paid", async () => {
    const { lines } = await desk.approved();
    const returned = { ...word(lines[0]?.id ?? ""), returned_on: "2026-11-26" };
    await expect(desk.settlements.startReturn(returned)).rejects.toMatchObject({
      refusal: "line_not_paid",
    });
  });
});

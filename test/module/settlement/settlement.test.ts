/** Settlements: one credit in one of them, two people, and money that is booked once however often it is tried. */
import { z } from "zod";

import {
  COOPERATIVE,
  at,
  books,
  manager,
  openSettlements,
  type SettlementDesk,
  sumOf,
} from "./desk";

let desk: SettlementDesk;
beforeAll(async () => {
  desk = await openSettlements();
});
afterAll(() => desk.close());

const failed = (answers: PromiseSettledResult<unknown>[]): unknown[] =>
  answers.flatMap((answer) =>
    answer.status === "rejected"
      ? [z.object({ refusal: z.string() }).parse(answer.reason).refusal]
      : [],
  );

describe("a credit", () => {
  it("stands in one live settlement: of a hundred at once one wins, the others are told why", async () => {
    const sale = await desk.payable();
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, () => desk.settlements.prepare(desk.draftOf(sale))),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(failed(answers)).toEqual(Array.from({ length: 99 }, () => "credit_in_settlement"));
  });

  it("is free again when its settlement is canceled, and not before", async () => {
    const sale = await desk.payable();
    const { id } = await desk.settlements.prepare(desk.draftOf(sale));
    await expect(desk.settlements.prepare(desk.draftOf(sale))).rejects.toMatchObject({
      refusal: "credit_in_settlement",
    });
    await desk.step(id, "cancel", books);
    await desk.settlements.prepare(desk.draftOf(sale));
  });

  it("refuses a settlement of nothing", async () => {
    const draft = { ...desk.draftOf(await desk.payable()), lines: [] };
    await expect(desk.settlements.prepare(draft)).rejects.toMatchObject({
      refusal: "nothing_payable",
    });
  });
});

describe("an approval", () => {
  it("is another person's with another role; each step says who and when, for good", async () => {
    const { id } = await desk.settlements.prepare(desk.draftOf(await desk.payable()));
    await desk.step(id, "submit", books);
    await expect(desk.step(id, "approve", books)).rejects.toMatchObject({
      refusal: "forbidden_action",
    });
    await desk.step(id, "approve", manager);
    const steps = await desk.pg("settlement_step").where({ settlement_id: id }).orderBy("id");
    expect(steps).toMatchObject([
      { verb: "prepare", by_id: books.id, by_role: "bookkeeper" },
      { verb: "submit", by_id: books.id },
      { verb: "approve", by_id: manager.id, by_role: "manager" },
    ]);
    await expect(desk.pg("settlement_step").where({ settlement_id: id }).delete()).rejects.toThrow(
      /append.only|permission denied/,
    );
  });

  it("is given once, also by two at once", async () => {
    const { id } = await desk.settlements.prepare(desk.draftOf(await desk.payable()));
    await desk.step(id, "submit", books);
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => desk.step(id, "approve", manager)),
    );
    expect(failed(answers)).toEqual(["state_conflict", "state_conflict"]);
  });

  it("finds nothing in another cooperative", async () => {
    const { id } = await desk.settlements.prepare(desk.draftOf(await desk.payable()));
    await expect(desk.settlements.head("coop_other", id)).rejects.toMatchObject({
      refusal: "not_found",
    });
  });
});

describe("what is on its way to the bank", () => {
  it("is held once, however many try, and only as much as is there", async () => {
    const { credits } = await desk.payable();
    const holders = Array.from({ length: 20 }, (_, n) => `stll_race_${n}`);
    const answers = await Promise.all(
      holders.map((holder) => desk.ledger.hold(credits.map((credit) => ({ ...credit, holder })))),
    );
    expect(answers.filter((short) => short.length === 0)).toHaveLength(1);
    const more = credits.map((credit) => ({
      ...credit,
      amount_fen: credit.amount_fen + 1,
      holder: "stll_more",
    }));
    expect(await desk.ledger.hold(more)).toHaveLength(credits.length);
  });

  it("is let go of, and a credit's version tells every reader that something changed", async () => {
    const { credits, order_id } = await desk.payable();
    const versions = async () =>
      desk.pg("credit_balance").where({ order_id }).orderBy("credit_id").pluck("version");
    const before = await versions();
    await desk.ledger.hold(credits.map((credit) => ({ ...credit, holder: "stll_versions" })));
    await desk.ledger.release(["stll_versions"]);
    await desk.ledger.release(["stll_versions"]);
    expect(await versions()).toEqual(before.map((version) => Number(version) + 2));
  });
});

/** Posts what is open, as the workflow does; `stopAfter` cuts it off between the ledger and the line. */
async function book(settlement_id: string, stopAfter = Infinity): Promise<number[]> {
  const open = await desk.settlements.unfinished(100, settlement_id);
  const posted: number[] = [];
  for (const { line, voucher } of open.slice(0, stopAfter)) {
    const { id: line_id, household_id, credits } = line;
    const facts = { line_id, household_id, bank: voucher.bank, reference: voucher.reference };
    const { seq, amount_fen } = await desk.ledger.payOut({
      key: `pay:${line_id}`,
      holder: line_id,
      items: credits,
      at: voucher.booked_at,
      facts,
    });
    posted.push(seq);
    if (posted.length < stopAfter)
      await desk.settlements.paid([{ line_id, seq, booked_fen: amount_fen }], at);
  }
  return posted;
}

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
    const [first] = await book(id, 1);
    expect(await desk.settlements.unfinished(10, id)).toHaveLength(2);
    const seqs = await book(id);
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
    const answers = await Promise.all(Array.from({ length: 20 }, () => book(id).catch(() => [])));
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
    await book(id);
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
    const [seq = 0] = await book(id);
    const [line] = lines;
    if (!line) throw new Error("no line");
    await desk.settlements.startReturn({ ...word(line.id), returned_on: "2026-11-26" });
    const first = await desk.ledger.bounce(back(line, seq));
    expect(await desk.ledger.bounce(back(line, seq))).toEqual({ ...first, replayed: true });
    await desk.settlements.finishReturn(line.id, first.seq);
    const posted = await desk.pg("ledger_transaction").where({ seq: first.seq }).first();
    expect(posted).toMatchObject({ kind: "bounce", reverses_seq: String(seq) });
    const due = desk.draftOf(sale).lines.filter((one) => one.household_id === line.household_id);
    await desk.settlements.prepare({ ...desk.draftOf(sale), lines: due });
  });

  it("is refused for what the household has confirmed", async () => {
    const { id, lines, sale } = await desk.approved();
    await desk.settlements.voucher(desk.voucherOf(id, sumOf(lines)));
    const [seq = 0] = await book(id);
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

/** Settlements: one credit in one of them, two people, and money that is booked once however often it is tried. */
import { z } from "zod";

import { books, manager, openSettlements, type SettlementDesk } from "./desk";

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

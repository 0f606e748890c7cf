/** A move is told as often as anybody likes, and its key stands for the credits that it took. */
import { earlierHashOfMove } from "../../../backend/src/modules/income/known";
import { capture, type Desk, openDesk } from "./desk";

let desk: Desk;
let ledger: Desk["ledger"];

beforeAll(async () => {
  desk = await openDesk();
  ledger = desk.ledger;
});

afterAll(() => desk.close());

/** A delivery of an order. */
function acceptOf(order_id: string) {
  return {
    key: `a:${order_id}`,
    kind: "accept",
    from: "expected",
    to: "earned",
    at: "2026-11-25T00:00:00Z",
    order_id,
    cause: "test",
    facts: {},
  } as const;
}

describe("a move", () => {
  it("refuses the key of a move for other credits, and takes the same credits in any order", async () => {
    const { order_id, line_id, households } = await desk.sold();
    await ledger.credit(capture(order_id));
    const [one, other] = households.map((id) => `${line_id}:${id}`);
    const accept = acceptOf(order_id);
    const moved = await ledger.move(accept, { credit_ids: [one ?? ""] });
    await expect(ledger.move(accept, { credit_ids: [other ?? ""] })).rejects.toMatchObject({
      code: "ledger_key_reused",
    });
    await expect(ledger.move(accept, { order_id })).rejects.toMatchObject({
      code: "ledger_key_reused",
    });
    expect(await ledger.move(accept, { credit_ids: [one ?? ""] })).toEqual(moved);
    const [first, second] = await desk.balances(order_id);
    expect([first?.earned_fen, second?.earned_fen]).toEqual([5195, 0]);
    const rest = { ...accept, key: `b:${order_id}` };
    const both = await ledger.move(rest, { credit_ids: [other ?? "", one ?? ""] });
    expect(await ledger.move(rest, { credit_ids: [one ?? "", other ?? ""] })).toEqual(both);
  });

  it("answers a move again that was posted when its hash did not cover its credits yet", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    const accept = acceptOf(order_id);
    const { at: occurred_at, ...head } = accept;
    const hash = earlierHashOfMove(accept);
    const document = JSON.stringify({ ...head, occurred_at, hash, filter: { order_id } });
    await desk.pg.raw("select ledger_move(?::jsonb)", [document]);
    expect(await ledger.move(accept, { order_id })).toEqual({ moved: 2, amount_fen: 8379 });
    await expect(
      ledger.move({ ...accept, facts: { other: 1 } }, { order_id }),
    ).rejects.toMatchObject({ code: "ledger_key_reused" });
  });

  it("answers the same to ten that tell one move at the same time", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    const accept = acceptOf(order_id);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ledger.move(accept, { order_id })),
    );
    expect(answers).toEqual(answers.map(() => ({ moved: 2, amount_fen: 8379 })));
  });
});

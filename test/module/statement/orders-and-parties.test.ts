/** The statements of an order and of a party that is no household. */
import { orderStatement } from "../../../backend/src/queries/statement/order";
import { partyStatement } from "../../../backend/src/queries/statement/party";
import { openBookDesk } from "./book-desk";
import { homes } from "./busy-book";

let desk: Awaited<ReturnType<typeof openBookDesk>>;

beforeAll(async () => {
  desk = await openBookDesk();
});

afterAll(() => desk.close());

const autumn = { from: 202609, to: 202611 };

function sumOf<T>(rows: readonly T[], figure: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + figure(row), 0);
}

describe("the statement of an order", () => {
  const all = { from: 202601, to: 202612 };

  it("has every leg; they add up to zero", async () => {
    for (const id of ["order_0", "order_3", "order_6", "order_21"]) {
      const asked = { id, prefix: "360722", cooperative_id: null };
      const { statement, entries } = await desk.whole((trx) => orderStatement(trx, asked, all));
      expect(statement.total.closing_fen).toBe(0);
      expect(sumOf(entries, ({ amount_fen }) => amount_fen)).toBe(0);
    }
  });

  it("is not found by those who have nothing to do with it", async () => {
    for (const asked of [
      { id: "order_3", prefix: "530523", cooperative_id: null },
      { id: "order_3", prefix: null, cooperative_id: "coop_other" },
      { id: "order_none", prefix: null, cooperative_id: null },
    ]) {
      await expect(desk.whole((trx) => orderStatement(trx, asked, all))).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});

describe("the statement of a party", () => {
  it("of the loss pool has what it bore, order by order", async () => {
    const whole = await desk.whole((trx) => partyStatement(trx, "loss_pool", autumn));
    expect(whole.statement.total.closing_fen).toBe(await desk.sum("p.account_id = 'loss_pool'"));
    expect(whole.entries.length).toBeGreaterThan(0);
  });

  it("is never a household's", async () => {
    const account = `household:${homes.zhong}:settled`;
    await expect(desk.whole((trx) => partyStatement(trx, account, autumn))).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

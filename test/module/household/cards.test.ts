/** A household's own card in the tables: sealed, one at a time, kept for good, and not another head's than was seen. */
import type { NewCard } from "../../../backend/src/modules/household/rows";
import { withClient } from "../../../backend/local/database";
import { NEW_CARD } from "../../lists/household-cards";
import { numbersOf } from "../../unit/household/household";
import { COUNTY, HERE, openRegister, type Register, THERE } from "./register-of-two";

let desk: Register;

beforeAll(async () => {
  desk = await openRegister();
});
afterAll(() => desk.close());

/** Records a card for whoever is head now. */
async function record(household_id: string, more: Partial<NewCard> = {}, scope = HERE) {
  const found = await desk.households.cards(COUNTY, household_id);
  const what = { bank_card: NEW_CARD, bank_name: "赣州银行", evidence: "看了银行卡原件" };
  const who = { by: { id: "off_town", name: "龚䶮" }, at: "2026-11-23T02:00:00.000Z" };
  const seen = { household_id, version: found?.version ?? 0 };
  const member_id = found?.head?.member_id ?? "";
  await desk.households.recordCard(scope, {
    ...{ ...seen, member_id, ...what, ...who },
    reason: "changed",
    ...more,
  });
}

const MOVED_ON = { refusal: "card_moved_on" };

describe("a household's card", () => {
  it("is recorded within the scope, for the head and the version that were seen", async () => {
    const id = await desk.home();
    await expect(record(id, {}, THERE)).rejects.toMatchObject({ refusal: "not_found" });
    expect(await desk.households.cards(THERE, id)).toBeNull();
    await expect(record(id, { version: 1 })).rejects.toMatchObject(MOVED_ON);
    const spouse = await desk.memberNamed(id, "温素琴");
    await expect(record(id, { member_id: spouse })).rejects.toMatchObject(MOVED_ON);
    const wrong = { refusal: "invalid_input", facts: { field: "bank_card" } };
    await expect(record(id, { bank_card: numbersOf(1).phone })).rejects.toMatchObject(wrong);
    expect((await desk.households.cards(HERE, id))?.cards).toMatchObject([{ id: null }]);
    const two = await Promise.allSettled([record(id), record(id)]);
    expect(two.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(record(id)).rejects.toMatchObject(wrong);
  });

  it("takes the place of the one before, which stays what it was for a transfer on its way", async () => {
    const id = await desk.home();
    const before = (await desk.households.payees([id])).get(id);
    await record(id);
    const now = (await desk.households.payees([id])).get(id);
    expect(now?.card_id).toMatch(/^hcrd_/);
    expect(now?.bank_name).toBe("赣州银行");
    const file = await desk.households.file(HERE, id);
    expect(file?.bank_card_masked).toBe(`${"*".repeat(14)}${NEW_CARD.slice(-4)}`);
    const asked = [before, now].map((one) => ({ household_id: id, card_id: one?.card_id ?? null }));
    const [old, fresh, none] = await desk.households.fullPayees([
      ...asked,
      { household_id: id, card_id: "hcrd_another" },
    ]);
    expect(old?.card).toMatch(/^\d{16,19}$/);
    expect(old?.card.slice(-4)).toBe(before?.card_masked?.slice(-4));
    expect(fresh?.card).toBe(NEW_CARD);
    expect(none).toBeNull();
    const elsewhere = await desk.home();
    const foreign = { household_id: elsewhere, card_id: now?.card_id ?? null };
    expect(await desk.households.fullPayees([foreign])).toEqual([null]);
  });

  it("is sealed, one at a time, kept for good and seen within its area only", async () => {
    const id = await desk.home();
    await record(id);
    const dump = await withClient(desk.database.superuserUrl, async (client) =>
      JSON.stringify((await client.query("select * from household_card")).rows),
    );
    expect(dump).toContain(id);
    expect(dump).not.toContain(NEW_CARD);
    await expect(
      desk.households.asSystem((trx) => trx.raw("delete from household_card")),
    ).rejects.toThrow(/never/);
    await record(id, { bank_card: numbersOf(7).bank_card });
    const both = desk.households.asSystem((trx) =>
      trx("household_card").where({ household_id: id }).update({ ended_at: null }),
    );
    await expect(both).rejects.toThrow(/household_one_card/);
    const seen = (scope: string) =>
      desk.households.withScope(scope, (trx) =>
        trx("household_card").where({ household_id: id }).count(),
      );
    expect(await seen(THERE)).toEqual([{ count: "0" }]);
    expect(await seen(HERE)).toEqual([{ count: "2" }]);
  });
});

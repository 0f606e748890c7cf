/** A household's own card is recorded anew for its present head: above the village, once, and not for what is on its way. */
import {
  householdCardsReplySchema,
  householdMembersReplySchema,
  householdsReplySchema,
  linesReplySchema,
  settlementReplySchema,
  suppliersReplySchema,
} from "@yigou/backend/contract";
import { z } from "zod";

import { households as seeds } from "../../../backend/src/scripts/demo/data/households";
import { cardOf, NEW_CARD, wrongCards } from "../../lists/household-cards";
import { dayFromNow } from "../../lists/recipients";
import { type Counter, openCounter } from "../cooperative/counter";
import { wagePayable } from "../cooperative/wage-payable";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let counter: Counter;
let village: Visitor;
let elsewhere: Visitor;
/** Households of the cadre's village that supply the cooperative, with more than one member. */
let homes: string[];
let codes: Map<string, string>;

beforeAll(async () => {
  counter = await openCounter();
  village = await counter.shop.visitor("village_cadre");
  elsewhere = await counter.shop.visitor("county_official_other");
  const own = await village.get("/official/households?limit=100");
  const large = replyOf(own, householdsReplySchema).households.filter(
    (one) => one.member_count >= 2,
  );
  codes = new Map(large.map((one) => [one.id, one.code]));
  const supply = await counter.manager.get("/cooperative/households?limit=100");
  const suppliers = new Set(replyOf(supply, suppliersReplySchema).households.map((one) => one.id));
  homes = large.map((one) => one.id).filter((id) => suppliers.has(id));
});
afterAll(() => counter.close());

const home = (n: number): string => homes[n] ?? "";
const pathOf = (id: string) => `/official/households/${id}/cards`;
const cardsOf = async (id: string) =>
  replyOf(await counter.county.get(pathOf(id)), householdCardsReplySchema);
const last4 = (text: string) => text.slice(-4);

/** Makes somebody else head; answers both. */
async function handOver(id: string) {
  const path = `/official/households/${id}`;
  const read = replyOf(await village.get(`${path}/members`), householdMembersReplySchema);
  const here = read.members.filter((one) => one.left_on === null);
  const former = here.find((one) => one.relation === "head");
  const next = here.find((one) => one.relation !== "head");
  const relations = here
    .filter((one) => one.id !== next?.id)
    .map((one) => ({ member_id: one.id, relation: "other" }));
  const body = { version: read.version, on: dayFromNow(-1), reason: "原户主年迈", relations };
  const answer = await village.post(`${path}/head`, { ...body, member_id: next?.id });
  const { version } = replyOf(answer, householdMembersReplySchema);
  const leave = async () => {
    const leaving = { version, left_on: dayFromNow(0), reason: "moved" };
    const sent = await village.post(`${path}/members/${former?.id ?? ""}/leaving`, leaving);
    return replyOf(sent, householdMembersReplySchema);
  };
  return { former: former?.name ?? "", next: next?.name ?? "", next_id: next?.id ?? "", leave };
}

describe("a household's card", () => {
  it("is recorded for the present head above the village, with what was shown, once by two at once", async () => {
    const id = home(0);
    const before = await cardsOf(id);
    expect(before).toMatchObject({ may_record: true, version: 0 });
    expect(before.cards).toMatchObject([{ id: null, is_current: true, owner_is_here: true }]);
    const head = before.head?.member_id ?? "";
    for (const [field, more] of wrongCards) {
      const answer = await counter.county.post(pathOf(id), cardOf(0, head, more));
      expect(refusalOf(answer), field).toBe("400 invalid_input");
      expect(answer.text).toContain(`"field":"${field}"`);
    }
    expect(refusalOf(await village.post(pathOf(id), cardOf(0, head)))).toBe("403 forbidden_action");
    expect(refusalOf(await elsewhere.post(pathOf(id), cardOf(0, head)))).toBe("404 not_found");
    expect(refusalOf(await elsewhere.get(pathOf(id)))).toBe("404 not_found");
    for (const body of [cardOf(1, head), cardOf(0, "hhm_nobody")])
      expect(refusalOf(await counter.county.post(pathOf(id), body))).toBe("409 card_moved_on");
    expect(await cardsOf(id)).toEqual(before);
    const record = () => counter.county.post(pathOf(id), cardOf(0, head));
    const two = await Promise.all([record(), record()]);
    expect(two.map((one) => one.status).toSorted()).toEqual([200, 409]);
    const after = await cardsOf(id);
    expect(after.version).toBe(1);
    expect(after.cards).toMatchObject([
      { is_current: true, owner: before.head?.name, reason: "new_head", ended_at: null },
      { id: null, is_current: false, card_masked: before.cards[0]?.card_masked },
    ]);
    expect(last4(after.cards[0]?.card_masked ?? "")).toBe(last4(NEW_CARD));
    expect(JSON.stringify(after)).not.toContain(NEW_CARD);
    const same = await counter.county.post(pathOf(id), cardOf(1, head));
    expect(refusalOf(same)).toBe("400 invalid_input");
    expect(same.text).toContain('"field":"bank_card"');
  });

  it("of a former head is nobody's when that one has left, and the new head's once it is recorded", async () => {
    const id = home(1);
    const { next, next_id, leave } = await handOver(id);
    expect((await cardsOf(id)).cards[0]).toMatchObject({ is_current: true, owner_is_here: true });
    await leave();
    const gone = await cardsOf(id);
    expect(gone.cards[0]).toMatchObject({ is_current: true, owner_is_here: false });
    await wagePayable(counter, id, 6_700);
    const body = { household_ids: [id] };
    const none = await counter.books.post("/cooperative/settlements", body);
    expect(refusalOf(none)).toMatch(/^4/);
    const made = await counter.county.post(pathOf(id), cardOf(0, next_id));
    expect(replyOf(made, householdCardsReplySchema).cards[0]).toMatchObject({ owner: next });
    const settled = await counter.books.post("/cooperative/settlements", body);
    expect(replyOf(settled, settlementReplySchema).settlement.total_fen).toBe(6_700);
  });
});

describe("a settlement on its way", () => {
  it("keeps the card that it was made with; the next one takes the new card", async () => {
    const id = home(2);
    const old = seeds.find((one) => one.number === codes.get(id))?.bank_card ?? "";
    const settle = async (amount_fen: number) => {
      await wagePayable(counter, id, amount_fen);
      const body = { household_ids: [id] };
      const answer = await counter.books.post("/cooperative/settlements", body);
      const { settlement } = replyOf(answer, settlementReplySchema);
      replyOf(await counter.step(counter.books, settlement.id, "submit"), z.unknown());
      replyOf(await counter.step(counter.manager, settlement.id, "approve"), z.unknown());
      const path = `/cooperative/settlements/${settlement.id}/lines`;
      const { lines } = replyOf(await counter.books.get(path), linesReplySchema);
      return { id: settlement.id, masked: last4(lines[0]?.card_masked ?? "") };
    };
    const first = await settle(12_300);
    const { former, next, next_id, leave } = await handOver(id);
    const sent = await counter.county.post(pathOf(id), cardOf(0, next_id));
    replyOf(sent, householdCardsReplySchema);
    const second = await settle(45_600);
    expect([first.masked, second.masked]).toEqual([last4(old), last4(NEW_CARD)]);
    const fileOfFirst = () => counter.bankFile(counter.books, first.id, "csv");
    const { text } = await fileOfFirst();
    expect(text).toMatch(new RegExp(`${former},${old},[^,]*,123.00`));
    expect(text).not.toContain(NEW_CARD);
    const other = await counter.bankFile(counter.books, second.id, "csv");
    expect(other.text).toContain(`${next},${NEW_CARD},赣州银行信丰支行,456.00`);
    expect(other.text).not.toContain(old);
    // To somebody who has left goes nothing any more, not even what was on its way.
    await leave();
    const late = await fileOfFirst();
    expect(late.status).toBe(409);
    expect(late.text).toContain("settlement_changed");
  });
});

/** A household's money goes to somebody else: recorded above the village, chosen at settlement, refused when over. */
import { recipientsReplySchema } from "@yigou/backend/contract/recipient";
import {
  householdIncomeReplySchema,
  linesReplySchema,
  settleableReplySchema,
  settlementReplySchema,
  statementPageSchema,
} from "@yigou/backend/contract";
import { z } from "zod";

import { dayFromNow, RECIPIENT_CARD, recipientOf, wrongRecipients } from "../../lists/recipients";
import { type Counter, openCounter } from "../cooperative/counter";
import { wagePayable } from "../cooperative/wage-payable";
import { look } from "../ledger";
import { suppliersOf } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";
import { moveDays } from "./recipient-days";

let counter: Counter;
let village: Visitor;
let elsewhere: Visitor;
let households: string[];

beforeAll(async () => {
  counter = await openCounter();
  village = await counter.shop.visitor("village_cadre");
  elsewhere = await counter.shop.visitor("county_official_other");
  households = await suppliersOf(counter.manager);
});
afterAll(() => counter.close());

const pathOf = (id: string) => `/official/households/${id}/recipients`;

async function recorded(household_id: string, more: object = {}): Promise<string> {
  const answer = await counter.county.post(pathOf(household_id), recipientOf(more));
  return replyOf(answer, recipientsReplySchema).recipients[0]?.id ?? "";
}

const payableWage = (household_id: string, amount_fen: number) =>
  wagePayable(counter, household_id, amount_fen);

const prepareFor = async (household_id: string, recipient_id: string) =>
  counter.books.post("/cooperative/settlements", {
    household_ids: [household_id],
    recipients: [{ household_id, recipient_id }],
  });

const shift = (id: string, days: number) => moveDays(counter.shop.house.database, id, days);

describe("who takes a household's money instead", () => {
  it("is recorded above the village, within the area, with a card that can be one and days that end", async () => {
    const home = households[0] ?? "";
    for (const [field, body] of wrongRecipients) {
      const answer = await counter.county.post(pathOf(home), body);
      expect(refusalOf(answer), field).toBe("400 invalid_input");
      expect(answer.text).toContain(field);
    }
    expect(refusalOf(await elsewhere.post(pathOf(home), recipientOf()))).toBe("404 not_found");
    const own = households.map(async (id) => [id, (await village.get(pathOf(id))).status] as const);
    const [inVillage] = (await Promise.all(own)).find(([, status]) => status === 200) ?? [];
    if (inVillage !== undefined) {
      const refused = await village.post(pathOf(inVillage), recipientOf());
      expect(refusalOf(refused)).toBe("403 forbidden_action");
    }
    const id = await recorded(home);
    const list = replyOf(await counter.county.get(pathOf(home)), recipientsReplySchema);
    expect(list).toMatchObject({
      may_record: true,
      recipients: [{ id, is_valid: true, relation: "daughter", valid_to: dayFromNow(30) }],
    });
    expect(JSON.stringify(list)).not.toContain(RECIPIENT_CARD);
  });

  it("is ended once, with a reason, by who may record it", async () => {
    const id = await recorded(households[1] ?? "");
    const path = `/official/recipients/${id}/ending`;
    const body = { reason: "户主已经回村" };
    expect(refusalOf(await village.post(path, body))).toBe("403 forbidden_action");
    expect(refusalOf(await elsewhere.post(path, body))).toBe("404 not_found");
    const two = await Promise.all([
      counter.county.post(path, body),
      counter.county.post(path, body),
    ]);
    expect(two.map((one) => one.status).toSorted()).toEqual([200, 409]);
  });
});

const payAtOnce = (household_id: string, amount_fen: number, more: object, by = counter.manager) =>
  by.post("/cooperative/payables/pay", {
    ...{ household_id, amount_fen, bank: "赣州银行", reference: `DS${Date.now().toString(36)}` },
    ...{ paid_on: dayFromNow(0), ...more },
  });

describe("a household paid at once", () => {
  it("over its recipient says so on statement and file, and is logged", async () => {
    const home = households[5] ?? "";
    const [id, foreign] = [await recorded(home), await recorded(households[3] ?? "")];
    await payableWage(home, 32_100);
    const owed = async () =>
      (await counter.payable()).households.find((one) => one.household_id === home)?.amount_fen;
    const amount_fen = (await owed()) ?? 0;
    const stranger = await counter.shop.visitor("cooperative_other");
    for (const [recipient_id, paid_on, by, refusal] of [
      [foreign, dayFromNow(0), counter.manager, "409 recipient_expired"],
      ["hrcp_nobody", dayFromNow(0), counter.manager, "409 recipient_expired"],
      [id, dayFromNow(-1), counter.manager, "409 recipient_expired"],
      [id, dayFromNow(0), stranger, "409 amount_differs"],
    ] as const) {
      const refused = await payAtOnce(home, amount_fen, { recipient_id, paid_on }, by);
      expect(refusalOf(refused), recipient_id).toBe(refusal);
    }
    expect(await owed()).toBe(amount_fen);
    replyOf(await payAtOnce(home, amount_fen, { recipient_id: id }), z.unknown());
    const income = await counter.county.get(`/official/households/${home}/income`);
    const { credits } = replyOf(income, householdIncomeReplySchema);
    expect(credits.map((one) => one.voucher?.taken_by)).toContain("daughter");
    const statement = await counter.county.get(`/official/statements/household/${home}`);
    const book = replyOf(statement, statementPageSchema);
    expect(book.entries.map((one) => one.taken_by)).toContain("daughter");
    expect(JSON.stringify(book)).not.toContain("欧阳代收");
    const logged = `select route from file_read where household_id = $1 and route like '%payables/pay%'`;
    const row = z.object({ route: z.string() });
    const [read] = await look(counter.shop.house.database, row, logged, [home]);
    expect(read?.route).toContain(id);
  });
});

describe("a settlement", () => {
  it("goes to the recipient in force where nothing is said, and to the head where that is said", async () => {
    const home = households[6] ?? households[5] ?? "";
    const id = await recorded(home);
    await payableWage(home, 7_800);
    const body = { household_ids: [home] };
    const ask = async (more: object) => {
      const answer = await counter.books.post("/cooperative/settlements", { ...body, ...more });
      const { settlement } = replyOf(answer, settlementReplySchema);
      const path = `/cooperative/settlements/${settlement.id}`;
      const { lines } = replyOf(await counter.books.get(`${path}/lines`), linesReplySchema);
      replyOf(await counter.step(counter.books, settlement.id, "cancel"), z.unknown());
      return lines.map((one) => one.recipient_relation);
    };
    expect(await ask({})).toEqual(["daughter"]);
    expect(await ask({ recipients: [{ household_id: home, recipient_id: null }] })).toEqual([null]);
    await shift(id, -60);
    expect(await ask({})).toEqual([null]);
  });

  it("pays the recipient that was chosen: on its line, and in the bank's file", async () => {
    const home = households[2] ?? "";
    const [id, foreign] = [await recorded(home), await recorded(households[3] ?? "")];
    await payableWage(home, 45_600);
    const open = replyOf(await counter.books.get("/cooperative/settleable"), settleableReplySchema);
    const mine = open.households.find((one) => one.household_id === home);
    expect(mine?.recipients).toMatchObject([{ id, relation: "daughter" }]);
    expect(JSON.stringify(open)).not.toContain("欧阳代收");
    expect(refusalOf(await prepareFor(home, foreign))).toBe("409 recipient_expired");
    const made = replyOf(await prepareFor(home, id), settlementReplySchema).settlement;
    const path = `/cooperative/settlements/${made.id}`;
    const { lines } = replyOf(await counter.books.get(`${path}/lines`), linesReplySchema);
    expect(lines).toMatchObject([{ recipient_relation: "daughter", household_id: home }]);
    expect(lines[0]?.card_masked).toMatch(/\*+\d{4}$/);
    replyOf(await counter.step(counter.books, made.id, "submit"), z.unknown());
    replyOf(await counter.step(counter.manager, made.id, "approve"), z.unknown());
    const file = await counter.bankFile(counter.books, made.id, "csv");
    expect(file.text).toContain(`欧阳代收,${RECIPIENT_CARD},赣州银行信丰支行,456.00`);
  });

  it("goes to nobody whose days are over, at no step of its way", async () => {
    const home = households[4] ?? "";
    const id = await recorded(home);
    await payableWage(home, 12_300);
    await shift(id, -60);
    expect(refusalOf(await prepareFor(home, id))).toBe("409 recipient_expired");
    await shift(id, 60);
    const made = replyOf(await prepareFor(home, id), settlementReplySchema).settlement;
    await shift(id, -60);
    const submit = () => counter.step(counter.books, made.id, "submit");
    expect(refusalOf(await submit())).toBe("409 recipient_expired");
    await shift(id, 60);
    replyOf(await submit(), z.unknown());
    replyOf(await counter.step(counter.manager, made.id, "approve"), z.unknown());
    const ending = { reason: "委托书收回" };
    replyOf(await counter.county.post(`/official/recipients/${id}/ending`, ending), z.unknown());
    const file = await counter.bankFile(counter.books, made.id, "csv");
    expect(file.status).toBe(409);
    expect(file.text).toContain("recipient_expired");
  });
});

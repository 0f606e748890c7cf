/** One person belongs to one household: what the cadre of a village is told of an ID number that is taken. */
import { householdsReplySchema, householdMembersReplySchema } from "@yigou/backend/contract";
import type { z } from "zod";

import { households as seeds } from "../../../backend/src/scripts/demo/data/households";
import { MEMBER_ID, memberOf } from "../../lists/household-members";
import { dayFromNow } from "../../lists/recipients";
import { openShop, type Shop } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let cadre: Visitor;
/** Households of the cadre's village. */
let homes: z.output<typeof householdsReplySchema>["households"];

beforeAll(async () => {
  shop = await openShop();
  cadre = await shop.visitor("village_cadre");
  const answer = await cadre.get("/official/households?limit=100");
  homes = replyOf(answer, householdsReplySchema).households;
});
afterAll(() => shop.close());

const pathOf = (n: number) => `/official/households/${homes[n]?.id ?? ""}/members`;
const membersOf = async (n: number) =>
  replyOf(await cadre.get(pathOf(n)), householdMembersReplySchema);

const NAME = "欧阳秋菊";
/** Enters somebody with a number into a household. */
async function join(n: number, more: object = { id_number: MEMBER_ID }) {
  const { version } = await membersOf(n);
  return cadre.post(pathOf(n), memberOf(version, { name: NAME, ...more }));
}

describe("an ID number that somebody present has", () => {
  it("is refused at its field in another household, which is named within the own village", async () => {
    replyOf(await join(0), householdMembersReplySchema);
    const before = await membersOf(1);
    const answer = await join(1);
    expect(refusalOf(answer)).toBe("409 member_elsewhere");
    const { code = "", alias = "" } = homes[0] ?? {};
    expect(answer.body).toMatchObject({ field: "id_number", facts: { household_code: code } });
    expect(answer.text).toMatch(new RegExp(`"message_zh":"[^"]*本辖区的${alias}，${code}`));
    expect(answer.text).toMatch(new RegExp(`"message":"[^"]*registered in ${alias}, ${code}`));
    expect(await membersOf(1)).toEqual(before);
    expect(refusalOf(await join(0, { id_number: MEMBER_ID, name: "欧阳冬梅" }))).toBe(
      "409 member_known",
    );
  });

  it("of another village is refused without a word about where", async () => {
    const other = seeds.find((one) => !homes.some(({ code }) => code === one.number));
    const head = other?.members.find((one) => one.role === "head");
    const { id_number = "", birth_on = "" } = head ?? {};
    const answer = await join(1, { id_number, birth_year: Number(birth_on.slice(0, 4)) });
    expect(refusalOf(answer)).toBe("409 member_elsewhere");
    expect(answer.body).toMatchObject({ field: "id_number" });
    const secrets = [other?.number, other?.public_alias, other?.division_code, head?.name];
    for (const secret of [...secrets, id_number]) expect(answer.text).not.toContain(secret);
  });

  it("is free when its owner has left, and then taken once by two at once", async () => {
    const { members, version } = await membersOf(0);
    const gone = members.find((one) => one.name === NAME)?.id ?? "";
    const body = { version, left_on: dayFromNow(-1), reason: "marriage" };
    const left = await cadre.post(`${pathOf(0)}/${gone}/leaving`, body);
    const { version: after } = replyOf(left, householdMembersReplySchema);
    const two = await Promise.all([join(1), join(2)]);
    expect(two.map(refusalOf).toSorted()).toEqual([
      expect.stringMatching(/^200/),
      "409 member_elsewhere",
    ]);
    const back = { version: after, reason: "认错了人", left_on: null };
    const answer = await cadre.post(`${pathOf(0)}/${gone}/correction`, back);
    expect(refusalOf(answer)).toBe("409 member_elsewhere");
    expect(answer.body).toMatchObject({ field: "left_on" });
  });
});

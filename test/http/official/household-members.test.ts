/** Members of a household come, go, become head and are put right by the cadre of their own village. */
import {
  householdReplySchema,
  householdsReplySchema,
  householdMembersReplySchema,
} from "@yigou/backend/contract";

import { MEMBER_ID, memberOf, wrongMembers } from "../../lists/household-members";
import { dayFromNow } from "../../lists/recipients";
import { openShop, type Shop } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let cadre: Visitor;
let county: Visitor;
let elsewhere: Visitor;
/** Households of the cadre's village with at least three present members. */
let homes: string[];

beforeAll(async () => {
  shop = await openShop();
  cadre = await shop.visitor("village_cadre");
  county = await shop.visitor("county_official");
  elsewhere = await shop.visitor("county_official_other");
  const answer = await cadre.get("/official/households?limit=100");
  const { households } = replyOf(answer, householdsReplySchema);
  homes = households.filter((one) => one.member_count >= 3).map((one) => one.id);
});
afterAll(() => shop.close());

const pathOf = (id: string) => `/official/households/${id}/members`;
const membersOf = async (id: string) =>
  replyOf(await cadre.get(pathOf(id)), householdMembersReplySchema);
const post = async (path: string, body: object) =>
  replyOf(await cadre.post(path, body), householdMembersReplySchema);
const home = (n: number): string => homes[n] ?? "";

/** The head, and everybody else who is present. */
async function present(id: string) {
  const { members, version } = await membersOf(id);
  const here = members.filter((one) => one.left_on === null);
  const head = here.find((one) => one.relation === "head");
  const others = here.filter((one) => one.relation !== "head");
  return { version, head: head?.id ?? "", others: others.map((one) => one.id), here };
}

describe("a member who joins", () => {
  it("is entered by the cadre of the village, with days that agree and a number that is sealed", async () => {
    const id = home(0);
    const before = await membersOf(id);
    expect(before.may_record).toBe(true);
    for (const [field, more] of wrongMembers) {
      const answer = await cadre.post(pathOf(id), memberOf(before.version, more));
      expect(refusalOf(answer), field).toBe("400 invalid_input");
      expect(answer.text).toContain(`"field":"${field}"`);
      expect(answer.text).toMatch(/message_zh/);
    }
    expect(await membersOf(id)).toEqual(before);
    const made = await post(pathOf(id), memberOf(before.version, { id_number: MEMBER_ID }));
    const added = made.members.find((one) => one.name === "欧阳春桃");
    expect(added).toMatchObject({ relation: "daughter_in_law", joined_on: "2026-01-01" });
    expect(added?.id_number_masked).toMatch(/^990\*{11}.{4}$/);
    expect(JSON.stringify(made)).not.toContain(MEMBER_ID);
    expect(made.events[0]).toMatchObject({ kind: "joined", reason: "marriage", on: "2026-01-01" });
  });

  it("is not entered twice, nor by whoever is above or elsewhere, nor twice at once", async () => {
    const id = home(0);
    const { version } = await membersOf(id);
    expect(refusalOf(await cadre.post(pathOf(id), memberOf(version - 1)))).toBe(
      "409 members_moved_on",
    );
    expect(refusalOf(await cadre.post(pathOf(id), memberOf(version)))).toBe("409 member_known");
    const other = memberOf(version, { name: "欧阳夏荷", birth_year: 2001 });
    expect(refusalOf(await county.post(pathOf(id), other))).toBe("403 forbidden_action");
    expect(refusalOf(await elsewhere.post(pathOf(id), other))).toBe("404 not_found");
    const two = await Promise.all([cadre.post(pathOf(id), other), cadre.post(pathOf(id), other)]);
    expect(two.map((one) => one.status).toSorted()).toEqual([200, 409]);
    const names = (await membersOf(id)).members.map((one) => one.name);
    expect(names.filter((name) => name === "欧阳夏荷")).toHaveLength(1);
  });
});

describe("a member who leaves", () => {
  it("is kept with day and reason, once; the head first hands over", async () => {
    const id = home(1);
    const { version, head, others } = await present(id);
    const [gone = ""] = others;
    const leaving = (member: string) => `${pathOf(id)}/${member}/leaving`;
    const body = { version, left_on: dayFromNow(-3), reason: "death", note: "凭死亡证明" };
    expect(refusalOf(await cadre.post(leaving(head), body))).toBe("409 member_is_head");
    for (const left_on of [dayFromNow(1), "1999-01-01"]) {
      const answer = await cadre.post(leaving(gone), { ...body, left_on });
      expect(refusalOf(answer)).toBe("400 invalid_input");
      expect(answer.text).toContain('"field":"left_on"');
    }
    expect(refusalOf(await county.post(leaving(gone), body))).toBe("403 forbidden_action");
    expect(refusalOf(await cadre.post(leaving("hhm_nobody"), body))).toBe("404 not_found");
    const made = await post(leaving(gone), body);
    const kept = made.members.find((one) => one.id === gone);
    expect(kept).toMatchObject({ left_on: dayFromNow(-3), left_reason: "death" });
    expect(made.events[0]).toMatchObject({ kind: "left", reason: "death", note: "凭死亡证明" });
    const again = { ...body, version: made.version };
    expect(refusalOf(await cadre.post(leaving(gone), again))).toBe("409 member_left");
  });
});

describe("another head", () => {
  it("is one at any moment, from a day on, with every relation said anew", async () => {
    const id = home(2);
    const { version, head, others, here } = await present(id);
    const [next = "", ...rest] = others;
    const path = `/official/households/${id}/head`;
    const relations = [head, ...rest].map((member_id) => ({ member_id, relation: "other" }));
    const body = { version, member_id: next, on: dayFromNow(-1), reason: "老户主年迈", relations };
    for (const [field, wrong] of [
      ["relations", { relations: relations.slice(1) }],
      ["on", { on: dayFromNow(1) }],
      ["on", { on: "1999-01-01" }],
      ["member_id", { member_id: head }],
    ] as const) {
      const answer = await cadre.post(path, { ...body, ...wrong });
      expect(answer.status, field).toBeGreaterThanOrEqual(400);
      expect(answer.text).toContain(`"field":"${field}"`);
    }
    expect(refusalOf(await county.post(path, body))).toBe("403 forbidden_action");
    const two = await Promise.all([cadre.post(path, body), cadre.post(path, body)]);
    expect(two.map((one) => one.status).toSorted()).toEqual([200, 409]);
    const after = await membersOf(id);
    const heads = after.members.filter((one) => one.relation === "head");
    expect(heads.map((one) => one.id)).toEqual([next]);
    const file = replyOf(await cadre.get(`/official/households/${id}`), householdReplySchema);
    expect(file.household.head_name).toBe(here.find((one) => one.id === next)?.name);
    // Whoever was head may not have left before handing over, though that is in the past.
    const gone = { version: after.version, left_on: dayFromNow(-2), reason: "moved" };
    const early = await cadre.post(`${pathOf(id)}/${head}/leaving`, gone);
    expect(early.text).toContain('"field":"left_on"');
    const left = await post(`${pathOf(id)}/${head}/leaving`, { ...gone, left_on: dayFromNow(-1) });
    expect(left.members.find((one) => one.id === head)?.left_on).toBe(dayFromNow(-1));
  });
});

describe("an entry that is put right", () => {
  it("says why and what stood before; nothing, a head's relation and a foreign day are refused", async () => {
    const id = home(3);
    const { version, head, others } = await present(id);
    const path = (member: string) => `${pathOf(id)}/${member}/correction`;
    const [one = ""] = others;
    const reason = "登记时写错了";
    const nothing = await cadre.post(path(one), { version, reason });
    expect(refusalOf(nothing)).toBe("400 invalid_input");
    expect(refusalOf(await cadre.post(path(head), { version, reason, relation: "son" }))).toBe(
      "409 member_is_head",
    );
    const away = await cadre.post(path(one), { version, reason, left_on: dayFromNow(-1) });
    expect(away.text).toContain('"field":"left_on"');
    const later = await cadre.post(path(one), { version, reason, joined_on: dayFromNow(2) });
    expect(later.text).toContain('"field":"joined_on"');
    expect(refusalOf(await cadre.post(path(one), { version, name: "改" }))).toBe(
      "400 invalid_input",
    );
    const made = await post(path(one), { version, reason, name: "欧阳更正", birth_year: 1988 });
    expect(made.members.find((m) => m.id === one)).toMatchObject({ birth_year: 1988 });
    expect(made.events[0]).toMatchObject({ kind: "corrected", reason });
    expect(made.events[0]?.changes.map((change) => change.field)).toEqual(["name", "birth_year"]);
    expect(made.events[0]?.changes[0]?.after).toBe("欧阳更正");
  });

  it("brings back who has not left after all", async () => {
    const id = home(1);
    const { members, version } = await membersOf(id);
    const gone = members.find((one) => one.left_reason === "death")?.id ?? "";
    const body = { version, reason: "认错了人", left_on: null };
    const made = await post(`${pathOf(id)}/${gone}/correction`, body);
    expect(made.members.find((one) => one.id === gone)).toMatchObject({
      left_on: null,
      left_reason: null,
    });
  });
});

/** Income per head is divided by who shares the household on each day, whenever the cadre enters it. */
import {
  householdMembersReplySchema,
  householdsReplySchema,
  statementPageSchema,
  yearReplySchema,
} from "@yigou/backend/contract";

import { memberOf } from "../../lists/household-members";
import { dayFromNow } from "../../lists/recipients";
import { openShop, type Shop } from "../shop";
import { replyOf, type Visitor } from "../visitor";

let shop: Shop;
let cadre: Visitor;
let id: string;

beforeAll(async () => {
  shop = await openShop();
  cadre = await shop.visitor("village_cadre");
  const answer = await cadre.get("/official/households?limit=1");
  id = replyOf(answer, householdsReplySchema).households[0]?.id ?? "";
});
afterAll(() => shop.close());

const path = () => `/official/households/${id}/members`;
const membersOf = async () => replyOf(await cadre.get(path()), householdMembersReplySchema);
const post = async (to: string, body: object) =>
  replyOf(await cadre.post(to, body), householdMembersReplySchema);

const DAY_MS = 86_400_000;
const daysOf = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

describe("income per head", () => {
  const entered = {
    base_version: 0,
    wage_fen: 1_000_000,
    business_gross_fen: 0,
    business_cost_fen: 0,
    property_fen: 0,
    transfer_fen: 0,
    uncounted_fen: 0,
    reasons: { wage: "县城务工" },
    evidence_note: "看了工资流水",
  };
  const yearOf = async (year: number) =>
    replyOf(await cadre.get(`/official/households/${id}/years/${year}`), yearReplySchema);
  const today = dayFromNow(0);
  const thisYear = Number(today.slice(0, 4));
  const month = today.slice(0, 7);
  const monthBefore = dayFromNow(-Number(today.slice(8))).slice(0, 7);
  const averageOf = async (of: string) => {
    const path = `/official/statements/household/${id}?from=${of}&to=${of}`;
    const { statement } = replyOf(await cadre.get(path), statementPageSchema);
    return statement.per_head?.average_members_percent;
  };

  it("counts who joins and who leaves from that day on, and not before", async () => {
    for (const year of [thisYear - 1, thisYear])
      expect(
        (await cadre.post(`/official/households/${id}/years/${year}`, entered)).status,
      ).toBeLessThan(300);
    const [past, now] = [await yearOf(thisYear - 1), await yearOf(thisYear)];
    const [before, there] = [await averageOf(monthBefore), await averageOf(month)];
    const joined_on = `${month}-01`;
    const joined = await post(path(), memberOf((await membersOf()).version, { joined_on }));
    const since = daysOf(joined_on, now.to);
    const more = await yearOf(thisYear);
    expect(more.member_days).toBe(now.member_days + since);
    const perHead = more.verified?.net_per_head?.fen ?? 0;
    expect(perHead).toBe(Math.round((1_000_000 * more.days) / more.member_days));
    expect(perHead).toBeLessThan(now.verified?.net_per_head?.fen ?? 0);
    expect(await yearOf(thisYear - 1)).toEqual(past);
    expect(await averageOf(monthBefore)).toBe(before);
    expect(await averageOf(month)).toBeGreaterThan(there ?? 0);

    const added = joined.members.find((one) => one.name === "欧阳春桃")?.id ?? "";
    const body = { version: joined.version, left_on: today, reason: "moved" };
    await post(`${path()}/${added}/leaving`, body);
    // The day of leaving counts no more.
    expect((await yearOf(thisYear)).member_days).toBe(now.member_days + since - 1);
    expect(await yearOf(thisYear - 1)).toEqual(past);
  });
});

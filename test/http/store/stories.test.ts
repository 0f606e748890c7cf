/** Public pages tell what consents allow and nothing else; a withdrawal shows with the next request. */
import {
  consentsReplySchema,
  householdStoryReplySchema,
  storiesReplySchema,
  villageStoryReplySchema,
} from "@yigou/backend/contract";

import { openShop, suppliersOf, type Shop } from "../shop";
import { consentsBy, listLot } from "../stories";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let county: Visitor;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  county = await shop.visitor("county_official");
});
afterAll(() => shop.close());

const { give, withdraw, silence } = consentsBy(() => county);

describe("a household's page", () => {
  it("is there by its consent, and gone with the next request when it is taken back", async () => {
    const [id = ""] = await suppliersOf(seller);
    await listLot(seller, [id]);
    const { handle } = replyOf(await give(id, "story"), consentsReplySchema);
    const path = `/store/stories/households/${handle ?? ""}`;
    const { household } = replyOf(await guest.get(path), householdStoryReplySchema);
    expect(household.goods.length).toBeGreaterThan(0);
    const started = Date.now();
    replyOf(await withdraw(id, "story"), consentsReplySchema);
    expect(refusalOf(await guest.get(path))).toBe("404 not_found");
    expect(Date.now() - started).toBeLessThan(2_000);
    const all = replyOf(await guest.get("/store/stories"), storiesReplySchema);
    expect(all.households.map((one) => one.handle)).not.toContain(handle);
  });

  it("names the village only with a consent for that", async () => {
    const [, id = ""] = await suppliersOf(seller);
    await silence(id);
    const { handle } = replyOf(await give(id, "story"), consentsReplySchema);
    const path = `/store/stories/households/${handle ?? ""}`;
    const before = replyOf(await guest.get(path), householdStoryReplySchema);
    expect(before.household.village).toBeNull();
    await listLot(seller, [id]);
    await give(id, "village");
    const after = replyOf(await guest.get(path), householdStoryReplySchema);
    expect(after.household.village?.name).toMatch(/村|社区/);
  });

  it("tells no id and no name of a person, and has no address made of either", async () => {
    const [id = ""] = await suppliersOf(seller);
    const { handle } = replyOf(await give(id, "story"), consentsReplySchema);
    expect(handle).toMatch(/^[a-z0-9-]+$/);
    expect(handle).not.toContain(id);
    const answer = await guest.get(`/store/stories/households/${handle ?? ""}`);
    expect(answer.text).not.toContain(id);
    expect(refusalOf(await guest.get(`/store/stories/households/${id.toLowerCase()}`))).toMatch(
      /^40[04]/,
    );
  });

  it("takes no text with a phone number or an illness, and says which field without repeating it", async () => {
    const [id = ""] = await suppliersOf(seller);
    const path = `/official/households/${id}/story`;
    for (const zh of ["电话 138 0013 8000", "老伴患病多年"]) {
      const answer = await county.post(path, { zh, en: "" });
      expect(refusalOf(answer)).toBe("400 personal_data");
      expect(answer.text).toContain('"field":"zh"');
      expect(answer.text).not.toContain(zh);
    }
  });

  it("refuses a consent without an end, beyond five years, or that ends before it begins", async () => {
    const [id = ""] = await suppliersOf(seller);
    const path = `/official/households/${id}/consents`;
    const body = { purpose: "story", evidence: "signed_page", given_on: "2026-01-01" };
    for (const expires_on of [undefined, "2033-01-01", "2025-12-31"])
      expect(refusalOf(await county.post(path, { ...body, expires_on }))).toBe("400 invalid_input");
  });
});

it("a village's page shows its goods and only the households that agreed to be named with it", async () => {
  const all = replyOf(await guest.get("/store/stories"), storiesReplySchema);
  for (const { handle } of all.villages.slice(0, 5)) {
    const { village } = replyOf(
      await guest.get(`/store/stories/villages/${handle}`),
      villageStoryReplySchema,
    );
    const { households, credited_fen } = village.totals;
    expect((households === null) === (credited_fen === null)).toBe(true);
    if (households !== null) expect(households).toBeGreaterThanOrEqual(5);
  }
});

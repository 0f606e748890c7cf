/** The office of an official: the tree of the own area, and what is left when the office ends. */
import {
  divisionsReplySchema,
  householdsReplySchema,
  officialMeReplySchema,
} from "@yigou/backend/contract";
import { withClient } from "../../../backend/local/database";
import { openShop, type Shop } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

async function divisionsOf(visitor: Visitor) {
  return replyOf(await visitor.get("/official/divisions"), divisionsReplySchema).divisions;
}

async function countOf(visitor: Visitor, division_code?: string): Promise<number> {
  const narrowed = division_code === undefined ? "" : `&division_code=${division_code}`;
  const answer = await visitor.get(`/official/households?limit=1${narrowed}`);
  return replyOf(answer, householdsReplySchema).count;
}

describe("the tree of divisions", () => {
  it.each(["village_cadre", "county_official"] as const)(
    "of the %s begins at the own place, and what lies above is not named",
    async (name) => {
      const visitor = await shop.visitor(name);
      const { official } = replyOf(await visitor.get("/official/me"), officialMeReplySchema);
      const [top, ...below] = await divisionsOf(visitor);
      expect(top?.name).toBe(official.division_name);
      expect(top?.parent_code).toBeNull();
      for (const { code } of below) expect(code.startsWith(official.division_code)).toBe(true);
      const codes = [top, ...below].map((one) => one?.code);
      for (const { parent_code } of below) expect(codes).toContain(parent_code);
    },
  );

  it("counts for each place the households that its list holds", async () => {
    const county = await shop.visitor("county_official");
    const divisions = await divisionsOf(county);
    expect(divisions[0]?.households).toBe(await countOf(county));
    for (const { code, households } of divisions.slice(1, 6)) {
      expect(await countOf(county, code), code).toBe(households);
    }
  });
});

describe("an official who leaves office", () => {
  it("opens nothing with the token of before, and everything again when back", async () => {
    const cadre = await shop.visitor("village_cadre");
    const { official } = replyOf(await cadre.get("/official/me"), officialMeReplySchema);
    const setActive = async (active: boolean): Promise<void> => {
      await withClient(shop.house.database.superuserUrl, async (client) => {
        await client.query("update official set active = $1 where id = $2", [active, official.id]);
      });
    };
    await setActive(false);
    for (const path of ["/official/me", "/official/households", "/official/divisions"]) {
      expect(refusalOf(await cadre.get(path))).toBe("401 unauthorized");
    }
    await setActive(true);
    expect((await cadre.get("/official/me")).status).toBe(200);
  });
});

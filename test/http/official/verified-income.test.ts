/** The platform's column and the cadre's stand beside each other, version by version, never added. */
import { z } from "zod";

import { yearReplySchema } from "@yigou/backend/contract";

import { approve, contractFor, type Members, payOut, prepare, wageOf } from "../entries";
import { look } from "../ledger";
import { openShop, type Shop, suppliersOf } from "../shop";
import { memberNamed, refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let county: Visitor;
let path: string;

beforeAll(async () => {
  shop = await openShop();
  county = await shop.visitor("county_official");
  const members: Members = {
    manager: await shop.visitor("cooperative"),
    bookkeeper: await memberNamed(shop.house.url, "bookkeeper"),
  };
  const [home = ""] = await suppliersOf(members.manager);
  path = `/official/households/${home}/years/2026`;
  await contractFor(members, home);
  const bonus = { ...wageOf(home, 20_000), linkage: "bonus" };
  const ids = [await prepare(members, wageOf(home)), await prepare(members, bonus)];
  await approve(members, ids);
  await payOut(members, home);
});
afterAll(() => shop.close());

const found = {
  base_version: 0,
  wage_fen: 180_000,
  business_gross_fen: 500_000,
  business_cost_fen: 120_000,
  property_fen: 0,
  transfer_fen: 0,
  uncounted_fen: 20_000,
  reasons: { business: "集市上自己卖的" },
  evidence_note: "看了微信收款记录",
};
const year = async () => replyOf(await county.get(path), yearReplySchema);

describe("a year of a household", () => {
  it("shows what the platform measured, with a bonus kept apart from what counts", async () => {
    const { platform, verified } = await year();
    expect(platform.wage).toEqual({ grade: "measured", fen: 180_000 });
    expect(platform.net.fen).toBe(180_000);
    expect(platform.uncounted).toEqual({ grade: "measured", fen: 20_000 });
    expect(platform.business_cost).toBeNull();
    expect(verified).toBeNull();
  });

  it("asks for a reason wherever the cadre says otherwise, and takes none from elsewhere", async () => {
    expect(refusalOf(await county.post(path, { ...found, reasons: {} }))).toBe(
      "400 reason_missing",
    );
    const elsewhere = await shop.visitor("county_official_other");
    expect(refusalOf(await elsewhere.post(path, found))).toBe("404 not_found");
    expect((await year()).versions).toEqual([]);
  });

  it("keeps every version; of two at once one wins, and the other has to look again", async () => {
    const two = await Promise.all([county.post(path, found), county.post(path, found)]);
    expect(two.map((one) => one.status).toSorted()).toEqual([200, 409]);
    const after = await year();
    expect(after.verified?.net).toEqual({ grade: "verified", fen: 560_000 });
    expect(after.platform.net).toEqual({ grade: "measured", fen: 180_000 });
    const change = { ...found, base_version: 1, business_cost_fen: 130_000 };
    replyOf(await county.post(path, change), yearReplySchema);
    expect((await year()).versions.map((one) => [one.version, one.deed])).toEqual([
      [2, "changed"],
      [1, "entered"],
    ]);
  });

  it("is not rewritten, and the database itself adds no grades together", async () => {
    const { database } = shop.house;
    const ask = (sql: string) => look(database, z.unknown(), sql);
    await expect(ask("update verified_income set wage_fen = 1")).rejects.toThrow("append_only");
    const mixed = `select sum_graded(x) from (values (row('measured', 1)::graded_fen),
      (row('verified', 2)::graded_fen)) as v(x)`;
    await expect(ask(mixed)).rejects.toThrow("grades_differ");
    await expect(ask("select sum(row('measured', 1)::graded_fen)")).rejects.toThrow("sum");
  });
});

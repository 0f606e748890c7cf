/** The code on the box tells where it comes from, and says so when it is none or in quarrel. */
import { z } from "zod";

import { areaLotsReplySchema, goodReplySchema, lotReplySchema } from "@yigou/backend/contract";

import { demo } from "../../support/postgres";
import { textOfPdf } from "../../support/pdf-text";
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

const { give, silence } = consentsBy(() => county);
const lotOf = async (code: string) =>
  replyOf(await guest.get(`/store/lots/${code}`), lotReplySchema).lot;

describe("a lot's page", () => {
  it("shows certificates with whether they hold, reports, and only households that agreed", async () => {
    const [a = "", b = ""] = await suppliersOf(seller);
    await silence(a);
    await silence(b);
    const { lot } = await listLot(seller, [a, b]);
    await give(a, "story");
    const report = {
      title: "农残",
      laboratory: "县检测中心",
      number: "R-1",
      tested_on: "2026-11-02",
      passed: true,
    };
    const path = `/cooperative/lots/${lot.id}/reports`;
    expect((await seller.post(path, report)).status).toBe(200);
    expect(refusalOf(await seller.post(path, report))).toBe("409 report_exists");
    const shown = await lotOf(lot.code);
    expect(shown.certificates.map((one) => one.state).toSorted()).toEqual(["expired", "valid"]);
    expect(shown.reports).toEqual([report]);
    expect(shown.households).toHaveLength(1);
    expect(shown.others).toBe(1);
  });

  it("names no village of which a household has not agreed, and the weights add up all the same", async () => {
    const [a = "", b = ""] = await suppliersOf(seller);
    await silence(a);
    await silence(b);
    const { lot } = await listLot(seller, [a, b]);
    const before = await lotOf(lot.code);
    expect(before.deliveries.every((one) => one.village === null)).toBe(true);
    await give(a, "village");
    await give(b, "village");
    const after = await lotOf(lot.code);
    expect(after.deliveries.every((one) => one.village !== null)).toBe(true);
    for (const { deliveries, weight_g } of [before, after])
      expect(deliveries.reduce((sum, one) => sum + one.weight_g, 0)).toBe(weight_g);
  });

  it("answers a mistyped code and one that was never printed, each in its own words", async () => {
    const { lot } = await listLot(seller, (await suppliersOf(seller)).slice(0, 1));
    const wrong = lot.code.slice(0, 11) + (lot.code.endsWith("2") ? "3" : "2");
    expect(refusalOf(await guest.get(`/store/lots/${wrong}`))).toBe("404 lot_code_wrong");
    expect(refusalOf(await guest.get("/store/lots/222222222222"))).toMatch(
      /^404 lot_code_(wrong|unknown)$/,
    );
    const typed = lot.code.toLowerCase().replace(/(.{4})(?=.)/g, "$1-");
    expect((await guest.get(`/store/lots/${typed}`)).status).toBe(200);
  });

  it("stands on the label as its address", async () => {
    const { lot } = await listLot(seller, (await suppliersOf(seller)).slice(0, 1));
    const path = `${shop.house.url}/cooperative/lots/${lot.id}/label`;
    const bytes = await fetch(path, { headers: await tokenOfSeller() });
    expect(bytes.headers.get("content-type")).toBe("application/pdf");
    const text = textOfPdf(Buffer.from(await bytes.arrayBuffer()));
    expect(text).toContain(`/lots/${lot.code}`);
  });
});

describe("an origin quarrel", () => {
  it("takes the goods off the shelf at once, and township or county put them back", async () => {
    const [id = ""] = await suppliersOf(seller);
    const { lot, product } = await listLot(seller, [id]);
    const good = `/store/goods/${product.handle}`;
    replyOf(await guest.get(good), goodReplySchema);
    const path = `/official/lots/${lot.code}/dispute`;
    const other = await shop.visitor("county_official_other");
    const body = { statement: "本村今年没有这批货" };
    expect(refusalOf(await other.post(path, body))).toBe("404 not_found");
    expect((await county.post(path, body)).status).toBe(200);
    expect(refusalOf(await county.post(path, body))).toBe("409 origin_disputed");
    expect(refusalOf(await guest.get(good))).toBe("404 not_found");
    const relist = await seller.post(`/cooperative/products/${product.id}`, {
      status: "published",
    });
    expect(refusalOf(relist)).toBe("409 origin_disputed");
    expect((await lotOf(lot.code)).dispute?.outcome).toBeNull();

    const area = replyOf(
      await county.get("/official/lots?state=disputed&limit=100"),
      areaLotsReplySchema,
    );
    const dispute_id = area.lots.find((one) => one.code === lot.code)?.dispute?.id ?? "";
    const end = `/official/origin-disputes/${dispute_id}/resolution`;
    const outcome = { outcome: "origin_confirmed", reason: "核过过磅单" };
    expect((await county.post(end, outcome)).status).toBe(200);
    expect(refusalOf(await county.post(end, outcome))).toBe("409 dispute_resolved");
    replyOf(await guest.get(good), goodReplySchema);
    expect((await lotOf(lot.code)).dispute?.outcome).toBe("origin_confirmed");
  });
});

/** As bytes: a visitor reads everything as text. */
async function tokenOfSeller(): Promise<Record<string, string>> {
  const account = demo().accounts["cooperative"];
  const reply = await fetch(`${shop.house.url}/auth/cooperative/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": "198.51.100.7" },
    body: JSON.stringify({ email: account?.email, password: account?.password }),
  });
  const { token } = z.object({ token: z.string() }).parse(await reply.json());
  return { authorization: `Bearer ${token}` };
}

/** Months over HTTP: the county closes its own, nobody else does; the past is asked for by an instant. */
import {
  areaReplySchema,
  closePeriodReplySchema,
  householdsReplySchema,
  periodReplySchema,
  periodsReplySchema,
  summaryReplySchema,
} from "@yigou/backend/contract";

import { buyOne, listGoods, openShop, type Shop, untilCredited } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let cadre: Visitor;
let county: Visitor;
let elsewhere: Visitor;

beforeAll(async () => {
  shop = await openShop();
  cadre = await shop.visitor("village_cadre");
  county = await shop.visitor("county_official");
  elsewhere = await shop.visitor("county_official_other");
});
afterAll(() => shop.close());

const codeOf = (visitor: Visitor): string => (visitor.scope ?? "").slice(0, 6);

/** A month long before every sale of the demonstration. */
const LONG_AGO = "/official/periods/2019-03/close";

describe("closing a month", () => {
  it("is the county's, once, and in order of the months", async () => {
    const closed = replyOf(await county.post(LONG_AGO, {}), closePeriodReplySchema);
    expect(closed.totals.credited_fen).toBe(0);
    expect(refusalOf(await county.post(LONG_AGO, {}))).toBe("409 period_closed");
    const { periods, may_close } = replyOf(
      await county.get("/official/periods"),
      periodsReplySchema,
    );
    expect(may_close).toBe(true);
    expect(periods.find((one) => one.month === "2019-03")).toMatchObject({ state: "closed" });
    expect(periods[0]?.state).toBe("running");
    const running = `/official/periods/${periods[0]?.month ?? ""}/close`;
    expect(refusalOf(await county.post(running, {}))).toMatch(
      /^409 period_(running|earlier_open)$/,
    );
  });

  it("is not the village's, and not that of another county", async () => {
    expect(refusalOf(await cadre.post(LONG_AGO, {}))).toBe("403 forbidden_action");
    const foreign = { county_code: codeOf(county) };
    expect(refusalOf(await elsewhere.post(LONG_AGO, foreign))).toBe("404 not_found");
    const own = replyOf(await elsewhere.get("/official/periods"), periodsReplySchema);
    expect(own.county_code).toBe(codeOf(elsewhere));
    expect(own.periods.some((one) => one.month === "2019-03")).toBe(false);
  });

  it("shows the county's figures to the county, and only the states to a village", async () => {
    const month = "/official/periods/2019-03";
    expect(replyOf(await county.get(month), periodReplySchema).state).toBe("closed");
    expect(refusalOf(await cadre.get(month))).toBe("403 forbidden_action");
    const seen = replyOf(await cadre.get("/official/periods"), periodsReplySchema);
    expect(seen.may_close).toBe(false);
    for (const one of seen.periods) expect(one.totals).toBeNull();
    const asked = `/official/periods?county_code=${codeOf(elsewhere)}`;
    expect(refusalOf(await cadre.get(asked))).toBe("404 not_found");
  });

  it.each(["2026-13", "26-01", "2026-1", "x"])("knows no month %s", async (month) => {
    expect(refusalOf(await county.post(`/official/periods/${month}/close`, {}))).toBe(
      "400 invalid_input",
    );
  });
});

describe("a sale", () => {
  it("is in the summary now, and not as of the minute before", async () => {
    const before = new Date(Date.now() - 60_000).toISOString();
    const seller = await shop.visitor("cooperative");
    const guest = await shop.visitor("anonymous");
    const goods = await listGoods(seller, { price_fen: 2000, stock: 10 });
    const { order, token } = await buyOne(guest, goods.variant_id, 2);
    const { total_net_fen } = await untilCredited(guest, order.id, token);
    const at = async (query: string) =>
      replyOf(
        await county.get(`/official/income/summary?group_by=month${query}`),
        summaryReplySchema,
      ).total.expected_fen;
    const now = await at("");
    for (const name of ["as_of", "known_at"]) {
      expect(now - (await at(`&${name}=${encodeURIComponent(before)}`)), name).toBe(total_net_fen);
    }
    expect(refusalOf(await county.get("/official/income/summary?as_of=gestern"))).toBe(
      "400 invalid_input",
    );
  });
});

describe("the area at a glance", () => {
  it("counts every household, and names those without a credit in its own area alone", async () => {
    for (const visitor of [cadre, county]) {
      const area = replyOf(await visitor.get("/official/area?limit=100"), areaReplySchema);
      const path = "/official/households?limit=100";
      const { households, count } = replyOf(await visitor.get(path), householdsReplySchema);
      expect(area.households).toBe(count);
      expect(area.types.reduce((sum, one) => sum + one.households, 0)).toBe(count);
      const quiet = households.filter(
        (one) => one.last_credit_on === null || one.last_credit_on < area.quiet.since,
      );
      if (count <= 100) expect(area.quiet.count).toBe(quiet.length);
      const quietIds = new Set(area.quiet.households.map((one) => one.id));
      for (const one of households.filter((row) => row.pending_fen > 0)) {
        expect(quietIds.has(one.id)).toBe(false);
      }
    }
    const asked = `/official/area?division_code=${codeOf(elsewhere)}`;
    expect(refusalOf(await cadre.get(asked))).toBe("404 not_found");
  });
});

/** An official sees the own area and nothing else; what is seen is masked; income follows the sale. */
import { z } from "zod";

import {
  householdIncomeReplySchema,
  householdReplySchema,
  householdsReplySchema,
  summaryGroups,
  summaryReplySchema,
} from "@yigou/backend/contract";
import { withClient } from "../../../backend/local/database";
import { households } from "../../../backend/src/scripts/demo/data/households";
import { look } from "../ledger";
import { buyOne, listGoods, openShop, type Shop, sumOf, untilCredited } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let cadre: Visitor;
let county: Visitor;
let elsewhere: Visitor;

type Rows = z.output<typeof householdsReplySchema>["households"];

async function all(visitor: Visitor, query = ""): Promise<Rows> {
  const rows: Rows = [];
  for (;;) {
    const path = `/official/households?limit=100&offset=${rows.length}${query}`;
    const page = replyOf(await visitor.get(path), householdsReplySchema);
    rows.push(...page.households);
    if (page.households.length === 0 || rows.length >= page.count) return rows;
  }
}

beforeAll(async () => {
  shop = await openShop();
  cadre = await shop.visitor("village_cadre");
  county = await shop.visitor("county_official");
  elsewhere = await shop.visitor("county_official_other");
});
afterAll(() => shop.close());

describe("the list of households", () => {
  it.each(["village_cadre", "county_official", "county_official_other"] as const)(
    "of the %s holds every household of the own area and no other",
    async (name) => {
      const visitor = await shop.visitor(name);
      const scope = (visitor.scope ?? "").replace(/(000)+$/, "");
      const due = households.filter((household) => household.division_code.startsWith(scope));
      const rows = await all(visitor);
      expect(rows.map((row) => row.code).toSorted()).toEqual(
        due.map((household) => household.number).toSorted(),
      );
      expect(due.length).toBeLessThan(households.length);
    },
  );

  it("does not widen when another area is asked for", async () => {
    for (const asked of ["35", "350583", "350583107001", "360722101"]) {
      const answer = await cadre.get(`/official/households?division_code=${asked}`);
      if (answer.status === 404) continue;
      const { households: rows } = replyOf(answer, householdsReplySchema);
      for (const row of rows) expect(row.division_code.startsWith(cadre.scope ?? "-")).toBe(true);
    }
  });

  it("finds heads with rare characters by their name, and nothing for a wild card", async () => {
    const rare = households.find((h) => h.members[0]?.name === "钟䶮");
    const found = await all(county, `&q=${encodeURIComponent("钟䶮")}`);
    expect(found.map((row) => row.code)).toEqual([rare?.number]);
    expect(await all(county, `&q=${encodeURIComponent("%")}`)).toEqual([]);
    expect(await all(county, `&q=${encodeURIComponent("_")}`)).toEqual([]);
  });
});

describe("the file of a household", () => {
  it("shows masked numbers only, and its members", async () => {
    const [row] = await all(cadre);
    const path = `/official/households/${row?.id ?? ""}`;
    const { household } = replyOf(await cadre.get(path), householdReplySchema);
    for (const masked of [
      household.id_number_masked,
      household.phone_masked,
      household.bank_card_masked,
    ]) {
      expect(masked).toMatch(/\*{3,}/);
      expect(masked?.replaceAll("*", "").length ?? 99).toBeLessThanOrEqual(10);
    }
    expect(household.members.length).toBe(household.member_count);
  });

  it("of another village is not there for the cadre, though it is for the county", async () => {
    const mine = new Set((await all(cadre)).map((row) => row.id));
    const foreign = (await all(county)).find((row) => !mine.has(row.id));
    const path = `/official/households/${foreign?.id ?? ""}`;
    expect((await county.get(path)).status).toBe(200);
    for (const visitor of [cadre, elsewhere]) {
      expect(refusalOf(await visitor.get(path))).toBe("404 not_found");
      expect(refusalOf(await visitor.get(`${path}/income`))).toBe("404 not_found");
    }
    const unknown = await cadre.get("/official/households/hh_unknown");
    expect(refusalOf(unknown)).toBe("404 not_found");
  });

  it("leaves a line in the log each time it is read, and a denied read leaves no file", async () => {
    const [row] = await all(cadre);
    const id = row?.id ?? "";
    const sql = "select count(*) as count from file_read where household_id = $1";
    const count = z.object({ count: z.coerce.number() });
    const [before] = await look(shop.house.database, count, sql, [id]);
    await cadre.get(`/official/households/${id}`);
    await cadre.get(`/official/households/${id}/income`);
    const [after] = await look(shop.house.database, count, sql, [id]);
    expect((after?.count ?? 0) - (before?.count ?? 0)).toBe(2);
  });

  it("stays shut in the database itself for a connection that names no area", async () => {
    const seen = await withClient(shop.house.database.url, async (client) => {
      const { rows } = await client.query<{ n: string }>("select count(*) as n from household");
      return Number(rows[0]?.n);
    });
    expect(seen).toBe(0);
  });
});

describe("income", () => {
  it("of a sale stands on the household's account and in every summary, to the fen", async () => {
    const seller = await shop.visitor("cooperative");
    const guest = await shop.visitor("anonymous");
    const goods = await listGoods(seller, { price_fen: 3333, stock: 50 });
    const { order, token } = await buyOne(guest, goods.variant_id, 3);
    const { total_net_fen } = await untilCredited(guest, order.id, token);
    const rows = await all(county);
    const credited = [];
    for (const row of rows.filter((one) => one.pending_fen > 0)) {
      const path = `/official/households/${row.id}/income`;
      const { credits, total } = replyOf(await county.get(path), householdIncomeReplySchema);
      expect(total.expected_fen).toBe(row.pending_fen);
      credited.push(...credits.filter((credit) => credit.order_id === order.id));
    }
    expect(sumOf(credited, (credit) => credit.net_fen)).toBe(total_net_fen);
    expect(sumOf(credited, (credit) => credit.gross_fen)).toBe(9999);
    for (const group of summaryGroups) {
      const path = `/official/income/summary?group_by=${group}`;
      const summary = replyOf(await county.get(path), summaryReplySchema);
      expect(
        sumOf(summary.rows, (row) => row.expected_fen),
        group,
      ).toBe(summary.total.expected_fen);
      expect(summary.total.expected_fen, group).toBe(total_net_fen);
      const other = replyOf(await elsewhere.get(path), summaryReplySchema);
      expect(other.total.expected_fen, group).toBe(0);
    }
  });
});

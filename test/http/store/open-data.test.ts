/** Public figures: what is hidden cannot be found by subtraction, in pages and in the download alike. */
import {
  openTableReplySchema,
  totalsReplySchema,
  villageTotalsReplySchema,
} from "@yigou/backend/contract";

import { withClient } from "../../../backend/local/database";
import { openShop, sumOf, type Shop } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;

/** Households with settled income in each village: two counties, the first with two small villages. */
const places: Record<string, number> = {
  "360722101201": 7,
  "360722101202": 2,
  "360722101203": 6,
  "360722102201": 9,
  "350583101201": 5,
  "350583101202": 8,
  "320412001201": 30,
};
const EACH_FEN = 1234;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  await withClient(shop.house.database.superuserUrl, async (client) => {
    for (const [code, count] of Object.entries(places)) {
      await client.query(
        `insert into income_rollup_household (household_id, division_code, credits, credited_fen, settled_fen)
         select 'secret-' || $1::text || '-' || n, $1::text, 1, $3::int, $3::int from generate_series(1, $2::int) n`,
        [code, count, EACH_FEN],
      );
    }
    for (const depth of [0, 6]) {
      await client.query(
        `insert into income_rollup (depth, category, scope_code, period, households, settled_fen)
         select $1::int, k.category, left(division_code, $1::int), 0, count(*), sum(settled_fen)
           from income_rollup_household, (values ('public'), ('')) k(category) group by 2, 3`,
        [depth],
      );
    }
  });
});
afterAll(() => shop.close());

const villagesOf = async (county: string) =>
  replyOf(await guest.get(`/store/totals/${county}`), villageTotalsReplySchema).villages;

describe("totals by village", () => {
  it("hide the small village and one more, so that the county less the visible tells of a group", async () => {
    const villages = await villagesOf("360722");
    const hidden = villages.filter((one) => one.households === null);
    expect(hidden.map((one) => one.code).toSorted()).toEqual(["360722101202", "360722101203"]);
    const totals = replyOf(await guest.get("/store/totals"), totalsReplySchema);
    const county = totals.counties.find((one) => one.code.startsWith("360722"));
    const seen = sumOf(villages, (one) => one.households ?? 0);
    expect((county?.households ?? 0) - seen).toBeGreaterThanOrEqual(5);
    for (const one of villages) {
      expect(one.credited_fen === null).toBe(one.households === null);
      if (one.households !== null) expect(one.credited_fen).toBe(one.households * EACH_FEN);
    }
  });

  it("show every village where all are large enough", async () => {
    const villages = await villagesOf("350583");
    expect(villages.map((one) => one.households).toSorted()).toEqual([5, 8]);
  });

  it("are not found for what is no county", async () => {
    expect(refusalOf(await guest.get("/store/totals/999999"))).toBe("404 not_found");
    expect(refusalOf(await guest.get("/store/totals/36"))).toBe("400 invalid_input");
  });
});

describe("open data", () => {
  it("say the same as the pages, with a dictionary for each column and a licence", async () => {
    const table = replyOf(await guest.get("/store/open-data/totals"), openTableReplySchema);
    expect(table.licence.name).toBe("CC BY 4.0");
    const names = table.columns.map((column) => column.name);
    for (const row of table.rows) expect(Object.keys(row).toSorted()).toEqual(names.toSorted());
    const villages = table.rows.filter((row) => row["level"] === "village");
    expect(villages).toHaveLength(Object.keys(places).length);
    for (const row of villages) {
      expect(row["hidden"]).toBe(row["households"] === null);
      expect(row["hidden"]).toBe(row["credited_fen"] === null);
      expect(row["grade"]).toBe("measured");
    }
    const county = table.rows.find((row) => row["code"] === "360722000000");
    const seen = villages.filter((row) => String(row["code"]).startsWith("360722"));
    const rest = Number(county?.["households"]) - sumOf(seen, (row) => Number(row["households"]));
    expect(rest).toBeGreaterThanOrEqual(5);
  });

  it("name no household", async () => {
    for (const table of ["totals", "goods"]) {
      const answer = await guest.get(`/store/open-data/${table}`);
      expect(answer.text).not.toMatch(/secret-|hh_|household_id|alias/);
    }
  });

  it("split each price to the fen", async () => {
    const table = replyOf(await guest.get("/store/open-data/goods"), openTableReplySchema);
    expect(table.rows.length).toBeGreaterThan(50);
    for (const row of table.rows) {
      const parts = ["household_fen", "cooperative_fen", "packing_freight_fen", "platform_fen"];
      expect(sumOf(parts, (part) => Number(row[part]))).toBe(row["price_fen"]);
    }
  });
});

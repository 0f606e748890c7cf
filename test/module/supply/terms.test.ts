/** The terms of a split: versioned, found by the moment of the sale, and never changed. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { type ListingRecord, SupplyService } from "../../../backend/src/modules/supply";
import { withClient } from "../../../backend/local/database";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let supply: SupplyService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 4 } });
  supply = new SupplyService({ __pg_connection__: pg });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

function listing(product_id: string, effective_at: string, service_ppm = 100_000): ListingRecord {
  return {
    product_id,
    title_en: "",
    description_en: "",
    certificates: [],
    harvested_on: "2026-11-01",
    terms: {
      cooperative_id: "coop_1",
      cooperative_name: "长岗合作社",
      lot_code: "L1",
      effective_at,
      service_ppm,
      packing_fen: 200,
      freight_fen: 199,
      platform_ppm: 0,
      contributors: [
        {
          household_id: "hh_1",
          alias: "大塘埠镇·钟家",
          division_code: "360722101201",
          weight_g: 620_000,
          linkage: "purchase",
        },
      ],
    },
  };
}

/** A further version, as a later change of terms will write it. */
async function renew(product_id: string, effective_at: string, service_ppm: number) {
  await pg.raw(
    `insert into supply_terms select ?, product_id, cooperative_id, cooperative_name, lot_id, lot_code, ?::timestamptz,
       ?, packing_fen, freight_fen, platform_ppm, contributors from supply_terms where product_id = ? limit 1`,
    [`terms_${product_id}_${service_ppm}`, effective_at, service_ppm, product_id],
  );
}

const ppmAt = async (product_id: string, at: string) =>
  (await supply.termsAt([product_id], new Date(at)))[0]?.service_ppm;

describe("terms", () => {
  it("are those in force at the sale: the newest not after it, else the oldest", async () => {
    await supply.record([listing("prod_a", "2026-01-01T00:00:00Z", 100_000)]);
    await renew("prod_a", "2026-06-01T00:00:00Z", 200_000);
    expect(await ppmAt("prod_a", "2025-01-01T00:00:00Z")).toBe(100_000);
    expect(await ppmAt("prod_a", "2026-01-01T00:00:00Z")).toBe(100_000);
    expect(await ppmAt("prod_a", "2026-05-31T23:59:59Z")).toBe(100_000);
    expect(await ppmAt("prod_a", "2026-06-01T00:00:00Z")).toBe(200_000);
  });

  it("of several products come in one answer; a product without any is left out", async () => {
    await supply.record(["prod_b", "prod_c"].map((id) => listing(id, "2026-01-01T00:00:00Z")));
    const found = await supply.termsAt(["prod_b", "prod_c", "prod_none"], new Date());
    expect(found.map((one) => one.product_id).toSorted()).toEqual(["prod_b", "prod_c"]);
    expect(found[0]).toMatchObject({ packing_fen: 200, freight_fen: 199, lot_code: "L1" });
  });

  it.each([
    "update supply_terms set service_ppm = 0",
    "delete from supply_terms",
    "truncate supply_terms",
  ])("refuse: %s", async (statement) => {
    const asOwner = withClient(database.ownerUrl, (client) => client.query(statement));
    await expect(asOwner).rejects.toThrow("append-only");
  });
});

describe("a listing", () => {
  it("records the weight of its lot as the sum of the deliveries", async () => {
    await supply.record([listing("prod_d", "2026-01-01T00:00:00Z")]);
    const found = await pg.raw<{ rows: { weight_g: string; delivered_g: string }[] }>(
      `select lot.weight_g, (select sum(weight_g) from lot_contribution c where c.lot_id = lot.id) delivered_g
       from listing l join lot on lot.id = l.lot_id where l.product_id = 'prod_d'`,
    );
    expect(found.rows).toEqual([{ weight_g: "620000", delivered_g: "620000" }]);
  });

  it("stands whole or not at all", async () => {
    const broken = {
      ...listing("prod_f", "2026-01-01T00:00:00Z"),
      terms: { ...listing("x", "2026-01-01T00:00:00Z").terms, packing_fen: -1 },
    };
    await expect(
      supply.record([listing("prod_e", "2026-01-01T00:00:00Z"), broken]),
    ).rejects.toThrow();
    expect(await supply.sellersOf(["prod_e", "prod_f"])).toEqual(new Map());
  });

  it("can be taken back twice, and its terms stay", async () => {
    await supply.record([listing("prod_g", "2026-01-01T00:00:00Z")]);
    await supply.remove(["prod_g"]);
    await supply.remove(["prod_g"]);
    expect(await supply.sellersOf(["prod_g"])).toEqual(new Map());
    expect(await ppmAt("prod_g", "2026-06-01T00:00:00Z")).toBe(100_000);
  });
});

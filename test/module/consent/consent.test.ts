/** Consents: one in force for each purpose, ended by withdrawal or by the calendar. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { ConsentModuleService } from "../../../backend/src/modules/consent/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let consents: ConsentModuleService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 8 } });
  consents = new ConsentModuleService({ __pg_connection__: pg });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

const given = (household_id: string, over: object = {}) => ({
  household_id,
  purpose: "story" as const,
  evidence: "signed_page" as const,
  given_on: "2026-01-01",
  expires_on: "2026-12-31",
  recorded_by: "official_1",
  ...over,
});
const isIn = async (id: string, on: string, purpose: "story" | "news" = "story") =>
  (await consents.inForce([id], purpose, on)).has(id);

describe("a consent", () => {
  it("holds from its day through its last day, for its purpose only", async () => {
    await consents.give([given("hh_a")]);
    expect(await isIn("hh_a", "2025-12-31")).toBe(false);
    expect(await isIn("hh_a", "2026-01-01")).toBe(true);
    expect(await isIn("hh_a", "2026-12-31")).toBe(true);
    expect(await isIn("hh_a", "2027-01-01")).toBe(false);
    expect(await isIn("hh_a", "2026-06-01", "news")).toBe(false);
  });

  it("ends at once when it is taken back, and cannot be taken back twice", async () => {
    await consents.give([given("hh_b")]);
    await consents.withdraw("hh_b", "story", "official_2");
    expect(await isIn("hh_b", "2026-06-01")).toBe(false);
    await expect(consents.withdraw("hh_b", "story", "official_2")).rejects.toThrow();
  });

  it("given again is a new version; the old one stays on record, ended", async () => {
    await consents.give([given("hh_c")]);
    await consents.give([given("hh_c", { expires_on: "2027-06-30" })]);
    const all = await consents.listOf("hh_c");
    expect(all.map((one) => [one.version, one.withdrawn_at === null])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it("given by two at once stands once", async () => {
    await Promise.all(Array.from({ length: 6 }, () => consents.give([given("hh_d")])));
    const open = (await consents.listOf("hh_d")).filter((one) => one.withdrawn_at === null);
    expect(open).toHaveLength(1);
    expect((await consents.listOf("hh_d")).map((one) => one.version)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it("that ends before it begins is refused by the table", async () => {
    await expect(consents.give([given("hh_e", { expires_on: "2026-01-01" })])).rejects.toThrow();
  });
});

/** The register of clearance offers: one of a variant at a time, decided once, by two people below the floor. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { CLEARANCE_MODULE, endOfDay, type NewOffer } from "../../../backend/src/modules/clearance";
import { ClearanceModuleService } from "../../../backend/src/modules/clearance/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let register: ClearanceModuleService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 6 } });
  register = new ClearanceModuleService({ __pg_connection__: pg });
});
afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

const offerOf = (variant_id: string, more: Partial<NewOffer> = {}): NewOffer => ({
  product_id: "prod_1",
  variant_id,
  cooperative_id: "coop_1",
  household_id: null,
  price_fen: 2990,
  usual_fen: 3990,
  floor_fen: 1995,
  quantity: 3,
  reason: "熟得太快",
  last_on: "2026-12-01",
  ends_at: endOfDay("2026-12-01"),
  state: "open",
  proposed_by: "mem_1",
  ...more,
});

describe(CLEARANCE_MODULE, () => {
  it("keeps one offer of a variant at a time, also when ten are opened at once", async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => register.add(offerOf("variant_once"))),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const offer = all.find((one) => one.status === "fulfilled")?.value;
    expect(offer?.sold).toBe(0);
    await register.move(offer?.id ?? "", { from: "open", to: "ended", by: "x", why: "withdrawn" });
    await expect(register.add(offerOf("variant_once"))).resolves.toMatchObject({ state: "open" });
  });

  it("is moved on once; the second is told so", async () => {
    const { id } = await register.add(offerOf("variant_twice", { state: "proposed" }));
    const step = () => register.move(id, { from: "proposed", to: "open", by: "mem_2" });
    const both = await Promise.allSettled([step(), step()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("cannot open below the floor by one person, whatever the application believes", async () => {
    const low = { price_fen: 1000 };
    await expect(register.add(offerOf("variant_low", low))).rejects.toThrow(/check/);
    const { id } = await register.add(offerOf("variant_low", { ...low, state: "proposed" }));
    const open = { from: "proposed", to: "open" };
    await expect(register.move(id, { ...open, by: "mem_1" })).rejects.toThrow(/check/);
    await expect(register.move(id, { ...open, by: "mem_2" })).resolves.toBeUndefined();
  });

  it("is over when its day is over", async () => {
    const { id } = await register.add(offerOf("variant_day"));
    const idsAt = async (at: string) => (await register.over(new Date(at))).map((one) => one.id);
    expect(await idsAt("2026-12-01T15:59:59Z")).not.toContain(id);
    expect(await idsAt("2026-12-01T16:00:00Z")).toContain(id);
  });
});

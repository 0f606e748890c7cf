/** Pairings in the database: dated, and never twice at once. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { PairingInput } from "../../../backend/src/modules/pairing/pairing";
import { PairingModuleService } from "../../../backend/src/modules/pairing/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let pairings: PairingModuleService;
let orchard: string;
let school: string;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 8 } });
  pairings = new PairingModuleService({ __pg_connection__: pg });
  const unit = { division_code: "999999000000", help: "收购合格果。" };
  const units = [
    { ...unit, name: "测试果业", kind: "enterprise" as const },
    { ...unit, name: "测试小学", kind: "public_unit" as const },
  ];
  const { ids } = await pairings.registerUnits(units);
  [orchard = "", school = ""] = ids;
  expect(await pairings.registerUnits(units)).toEqual({ ids, created: [] });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

function pairing(household_id: string, over: Partial<PairingInput> = {}): PairingInput {
  return {
    household_id,
    helping_unit_id: orchard,
    responsible_person: "曾立新",
    starts_on: "2025-01-01",
    ends_on: null,
    ...over,
  };
}

it("the very same pairing twice is one", async () => {
  const first = await pairings.pair([pairing("hh_a")]);
  expect(first.created).toHaveLength(1);
  expect(await pairings.pair([pairing("hh_a")])).toEqual({ ids: first.ids, created: [] });
});

it("refuses the same unit at the same time, and then none of the list stands", async () => {
  const late = pairing("hh_a", { starts_on: "2026-01-01", ends_on: "2026-06-30" });
  const refused = pairings.pair([pairing("hh_b"), late]);
  await expect(refused).rejects.toMatchObject({ code: "pairing_overlaps" });
  expect(await pairings.pairingsOf(["hh_b"])).toEqual([]);
});

it("takes another unit at the same time, and the same unit afterwards", async () => {
  const { created } = await pairings.pair([
    pairing("hh_c", { ends_on: "2025-12-31" }),
    pairing("hh_c", { starts_on: "2026-01-01" }),
    pairing("hh_c", { helping_unit_id: school }),
  ]);
  expect(created).toHaveLength(3);
});

it("two at once end as one pairing and one refusal", async () => {
  const tries = ["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"].map((starts_on) =>
    pairings.pair([pairing("hh_d", { starts_on })]),
  );
  const results = await Promise.allSettled(tries);
  expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(await pairings.pairingsOf(["hh_d"])).toHaveLength(1);
});

it("names the enterprise that most of the households are paired with, on its days only", async () => {
  await pairings.pair([
    pairing("hh_e", { starts_on: "2026-03-01", ends_on: "2026-03-31" }),
    pairing("hh_e", { helping_unit_id: school }),
  ]);
  const on = (day: string) => pairings.enterpriseOf(["hh_e", "hh_nobody"], day);
  expect(await on("2026-03-31")).toEqual({ name: "测试果业", help: "收购合格果。" });
  expect(await on("2026-02-28")).toBeNull();
  expect(await on("2026-04-01")).toBeNull();
  expect([...(await pairings.unitsInForce(["hh_e"], "2026-03-01"))]).toEqual([
    ["hh_e", "测试果业"],
  ]);
  expect([...(await pairings.unitsInForce(["hh_e"], "2026-04-01"))]).toEqual([
    ["hh_e", "测试小学"],
  ]);
});

it("undone, a pairing is gone, and undoing it twice is no harm", async () => {
  const { created } = await pairings.pair([pairing("hh_f")]);
  await pairings.unpair(created);
  await pairings.unpair(created);
  expect(await pairings.pairingsOf(["hh_f"])).toEqual([]);
});

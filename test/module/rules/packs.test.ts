/** Rule packs in the database: two vocabularies in one county, and none that changes afterwards. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { labelOf, rulePackSchema } from "../../../backend/src/modules/rules/pack";
import { RulesModuleService } from "../../../backend/src/modules/rules/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";
import { packContent } from "../../unit/rules/pack-content";

let database: TestDatabase;
let pg: Knex;
let rules: RulesModuleService;

function pack(division_code: string, effective_on: string, over: Record<string, unknown> = {}) {
  return rulePackSchema.parse({ division_code, effective_on, content: packContent(over) });
}

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 4 } });
  rules = new RulesModuleService({ __pg_connection__: pg });
  await rules.publish([
    pack("999999", "2025-01-01"),
    pack("999999", "2026-01-01", { statuses: [{ code: "monitored", label: "防止返贫致贫对象" }] }),
    pack("999999102", "2025-01-01", {
      household_types: [{ code: "five_guarantee", label: "特困户" }],
    }),
  ]);
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

it("two townships of one county call the same code by two names", async () => {
  const packs = await rules.packsFor(["999999101200", "999999102200"], "2026-03-01");
  const labels = [...packs.values()].map((one) =>
    labelOf(one.content.household_types, "five_guarantee"),
  );
  expect(labels).toEqual(["五保户", "特困户"]);
});

it("the name of the monitored changes with the year", async () => {
  const label = async (day: string) => {
    const found = await rules.packFor("999999101200", day);
    return found && labelOf(found.content.statuses, "monitored");
  };
  expect(await label("2025-12-31")).toBe("监测对象");
  expect(await label("2026-01-01")).toBe("防止返贫致贫对象");
  expect(await label("2024-12-31")).toBeNull();
});

it("the same pack again is left as it is, another one of that day is refused", async () => {
  expect(await rules.publish([pack("999999", "2025-01-01")])).toEqual([]);
  const other = pack("999999", "2025-01-01", { tiers: [] });
  await expect(rules.publish([other])).rejects.toMatchObject({ code: "state_conflict" });
});

it("of an import that is refused nothing stands", async () => {
  const packs = [pack("999998", "2025-01-01"), pack("999999", "2025-01-01", { tiers: [] })];
  await expect(rules.publish(packs)).rejects.toMatchObject({ code: "state_conflict" });
  expect(await rules.packFor("999998101200", "2026-01-01")).toBeNull();
});

it("a publication taken back holds no longer, and taking it back twice is no harm", async () => {
  const created = await rules.publish([pack("999997", "2025-01-01")]);
  expect(await rules.packFor("999997101200", "2026-01-01")).not.toBeNull();
  await rules.withdraw(created);
  await rules.withdraw(created);
  expect(await rules.packFor("999997101200", "2026-01-01")).toBeNull();
});

it("a published pack cannot be changed behind the service", async () => {
  const change = pg("rule_pack").where({ division_code: "999999" }).update({ content: "{}" });
  await expect(change).rejects.toThrow(/does not change/);
});

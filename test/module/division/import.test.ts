/** The division tree in the database. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { DivisionModuleService } from "../../../backend/src/modules/division/service";
import type { DivisionRow } from "../../../backend/src/modules/division/tree";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let divisions: DivisionModuleService;

const rows: DivisionRow[] = [
  { code: "999999101200", name: "长岗村", level: "village", parent_code: "999999101000" },
  { code: "999999101000", name: "大塘埠镇", level: "township", parent_code: "999999000000" },
  { code: "999999000000", name: "测试县", level: "county", parent_code: null },
  { code: "999998000000", name: "邻县", level: "county", parent_code: null },
];

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 2 } });
  divisions = new DivisionModuleService({ __pg_connection__: pg });
  const imported = await divisions.importDivisions(rows);
  expect(imported.created).toHaveLength(4);
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

it("takes children before their parents, and the same import twice", async () => {
  expect(await divisions.importDivisions(rows)).toEqual({ created: [], replaced: [] });
});

it("shows a scope what lies under it, parents first, and nothing beside it", async () => {
  const names = async (scope: string) => (await divisions.under(scope)).map((one) => one.name);
  expect(await names("999999")).toEqual(["测试县", "大塘埠镇", "长岗村"]);
  expect(await names("999999101200")).toEqual(["长岗村"]);
  expect(await names("%")).toEqual([]);
});

it("names a place for the public down to the township, never the village", async () => {
  const places = await divisions.publicPlaces(["999999101200", "999998000000", "111111111111"]);
  expect([...places]).toEqual([
    ["999999101200", "测试县大塘埠镇"],
    ["999998000000", "邻县"],
  ]);
});

it("puts a renamed place back as it was when the import is undone, twice too", async () => {
  const change = await divisions.importDivisions([
    { code: "999998000000", name: "新名县", level: "county", parent_code: null },
    { code: "999997000000", name: "新县", level: "county", parent_code: null },
  ]);
  expect(await divisions.nameOfScope("999998")).toBe("新名县");
  await divisions.undoImport(change);
  await divisions.undoImport(change);
  expect(await divisions.nameOfScope("999998")).toBe("邻县");
  expect(await divisions.nameOfScope("999997")).toBeNull();
});

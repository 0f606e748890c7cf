/** The log of reads can be added to and read, nothing else. */
import { Client } from "pg";
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { AuditModuleService } from "../../../backend/src/modules/audit/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let audit: AuditModuleService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 2 } });
  audit = new AuditModuleService({ __pg_connection__: pg });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

const read = { official_id: "off_1", household_id: "hh_1", route: "GET /official/households/:id" };

it("keeps every read, the newest first, the same one twice as two", async () => {
  await audit.record(read);
  await audit.record({ ...read, official_id: "off_2" });
  await audit.record(read);
  const reads = await audit.readsOf("hh_1");
  expect(reads.map((one) => one.official_id)).toEqual(["off_1", "off_2", "off_1"]);
  expect(reads[0]).toMatchObject(read);
  expect(await audit.readsOf("hh_other")).toEqual([]);
});

it.each([
  ["an update", `update file_read set official_id = 'off_9'`],
  ["a delete", `delete from file_read where household_id = 'hh_1'`],
  ["emptying the table", `truncate file_read`],
])("refuses %s, to the application and to a superuser", async (_, statement) => {
  await audit.record(read);
  await expect(pg.raw(statement)).rejects.toThrow(/append-only|permission denied/);
  const root = new Client({ connectionString: database.superuserUrl });
  await root.connect();
  await expect(root.query(statement)).rejects.toThrow(/append-only/);
  await root.end();
});
